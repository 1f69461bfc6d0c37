import { describe, expect, it } from 'vitest';
import { fieldKeys, optionKeys } from '../bridge/generated/contract';
import { catalogues } from '.';

const tongues = Object.entries(catalogues);

describe('the words of the contract', () => {
  it.each(tongues)('name and explain every field, and no other, in %s', (_, { contract }) => {
    expect(Object.keys(contract.fields).sort()).toEqual([...fieldKeys].sort());
    for (const [key, words] of Object.entries(contract.fields)) {
      expect(words.label.trim(), key).not.toBe('');
      expect(words.help, `${key}: help is a sentence`).toMatch(/[.。]$/);
    }
  });

  it.each(tongues)('name every option, and no other, in %s', (_, { contract }) => {
    expect(Object.keys(contract.options).sort()).toEqual(Object.keys(optionKeys).sort());
    for (const [key, names] of Object.entries(optionKeys)) {
      const words: Record<string, string> = contract.options[key as keyof typeof optionKeys];
      expect(Object.keys(words).sort(), key).toEqual([...names].sort());
      const different = new Set(Object.values(words).map((word) => word.trim()));
      expect(different.has(''), `${key}: a name is empty`).toBe(false);
      expect(different.size, `${key}: two options have one name`).toBe(names.length);
    }
  });

  it('are another language in the other language', () => {
    const same = fieldKeys.filter(
      (key) => catalogues.en.contract.fields[key].help === catalogues.zh.contract.fields[key].help,
    );
    expect(same).toEqual([]);
  });
});
