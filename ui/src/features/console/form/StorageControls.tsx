import { memo } from 'react';
import { useStorages } from '../../../data';
import { MenuButton, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { tokensOf, valueAt } from '../model/pointer';
import { storageReference } from '../model/secrets';
import { storageName } from '../model/storages';
import { setValues, useConsole } from '../model/store';
import { PickOrType } from './ChoiceControl';
import { FieldFrame } from './FieldFrame';
import { type FieldProps, useField } from './useField';
import { optionName } from './words';

const sibling = (field: string, name: string) => [...tokensOf(field).slice(0, -1), name];

/** The storage's vendor. Where it has no regions the service wants a 0, so that is written too. */
export const VendorControl = memo(function VendorControl({ node, field }: FieldProps) {
  const m = useMessages();
  const { row } = node;
  const state = useField(field);
  const vendors = useConsole(({ contract }) => contract?.vendors);
  const items = row.options.map((option) => {
    const vendor = vendors?.find((one) => one.vendor === option.value);
    return {
      id: JSON.stringify(option.value),
      label: vendor?.name ?? optionName(m, row, option),
      code: String(option.value),
      description: vendor?.legacy ? m.api.legacy : undefined,
    };
  });
  return (
    <FieldFrame node={node} field={field} state={state}>
      <PickOrType
        row={row}
        field={field}
        state={state}
        items={items}
        onChoose={(value) => {
          const vendor = vendors?.find((one) => one.vendor === value);
          const region = sibling(field, 'region');
          const before = valueAt(useConsole.getState().bodies[useConsole.getState().call], region);
          const isListed = vendor?.regions.some((one) => one.region === before) ?? true;
          setValues([
            { tokens: state.tokens, value },
            ...(vendor === undefined || isListed
              ? []
              : [{ tokens: region, value: vendor.regions.length === 0 ? 0 : undefined }]),
          ]);
        }}
      />
    </FieldFrame>
  );
});

/** The storage's region, by place. */
export const RegionControl = memo(function RegionControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const { row } = node;
  const state = useField(field);
  const vendor = useConsole(({ contract, bodies, call }) => {
    const chosen = valueAt(bodies[call], sibling(field, 'vendor'));
    return contract?.vendors?.find((one) => one.vendor === chosen);
  });
  const items = (vendor?.regions ?? []).map((region) => ({
    id: JSON.stringify(region.region),
    label: region.place,
    code: String(region.region),
    description: region.legacy ? `${region.code} · ${api.legacy}` : region.code,
  }));
  return (
    <FieldFrame
      node={node}
      field={field}
      state={state}
      note={vendor !== undefined && items.length === 0 ? <span>{api.noRegions}</span> : null}
    >
      <PickOrType row={row} field={field} state={state} items={items} />
    </FieldFrame>
  );
});

/** Fills a storage section in from one of the person's storages; its keys stay in the keychain. */
export function FillFromStorage({ field }: { field: string }) {
  const m = useMessages();
  const { api } = m;
  const storages = useStorages().data ?? [];
  if (storages.length === 0) return null;
  const fill = (id: string) => {
    const storage = storages.find((one) => one.id === id);
    if (storage === undefined) return;
    const at = (...names: string[]) => [...tokensOf(field), ...names];
    setValues([
      { tokens: at('vendor'), value: storage.vendor },
      { tokens: at('region'), value: storage.region },
      { tokens: at('bucket'), value: storage.bucket },
      { tokens: at('accessKey'), value: storageReference(storage.id, 'accessKey') },
      { tokens: at('secretKey'), value: storageReference(storage.id, 'secretKey') },
      { tokens: at('extensionParams', 'endpoint'), value: storage.endpoint ?? undefined },
    ]);
    toast(api.secret.filled(storageName(m, storage)));
  };
  return (
    <MenuButton
      label={api.secret.fill}
      items={storages.map((one) => ({ id: one.id, label: storageName(m, one) }))}
      onAction={fill}
      testId={`fill:${field}`}
    />
  );
}
