import { memo } from 'react';
import type { Node } from '../model/rows';
import { ChipsControl } from './ChipsControl';
import { ChoiceControl, ChoicesControl, SwitchControl } from './ChoiceControl';
import { Groups } from './Groups';
import { LayoutControl } from './LayoutControl';
import { MomentControl } from './MomentControl';
import { NumberControl } from './NumberControl';
import { SecretControl } from './SecretControl';
import { Section } from './Section';
import { RegionControl, VendorControl } from './StorageControls';
import { ColorControl, JsonControl, TextControl } from './TextControl';
import { type FieldProps, useShown } from './useField';

/** The component for a field. Some are made by hand, by the key of their words. */
function controlOf({ row }: Node): React.ComponentType<FieldProps> {
  switch (row.help) {
    case 'storageConfig.vendor':
      return VendorControl;
    case 'storageConfig.region':
      return RegionControl;
    case 'layout.layoutConfig':
      return LayoutControl;
  }
  switch (row.control) {
    case 'number':
      return NumberControl;
    case 'choice':
      return ChoiceControl;
    case 'choices':
      return ChoicesControl;
    case 'switch':
      return SwitchControl;
    case 'secret':
      return SecretControl;
    case 'color':
      return ColorControl;
    case 'moment':
      return MomentControl;
    case 'users':
    case 'texts':
      return ChipsControl;
    case 'json':
      return JsonControl;
    case 'group':
      return Section;
    case 'groups':
      return Groups;
    case 'text':
    case 'address':
    case 'user':
      return TextControl;
  }
}

/** The control of a field, while the field has a use. */
export const Control = memo(function Control({ node, field }: FieldProps) {
  const isShown = useShown(node, field);
  if (!isShown) return null;
  const Shown = controlOf(node);
  return <Shown node={node} field={field} />;
});
