import { describe, expect, it } from 'vitest';
import { rightsFor } from './policy';

/** Every text that could open a bucket to everybody. */
const PUBLIC = /"Principal"|AllUsers|PublicRead|public-read|"\*"/i;

describe('the rights to copy', () => {
  it.each([1, 2, 3, 7, 11])('name the bucket and open nothing to the public (%i)', (vendor) => {
    const { policy, cors } = rightsFor(vendor, 'town-1250000000', 'ap-guangzhou');
    expect(policy).toContain('town-1250000000');
    expect(policy, 'no statement is for everybody').not.toMatch(PUBLIC);
    expect(policy, 'it lists, so that files can be found').toMatch(/List|GetBucket/);
    expect(JSON.parse(policy ?? ''), 'it can be pasted as it is').toBeTruthy();
    expect(cors, 'a page is named, and not every page').not.toContain('*');
  });

  it('follow AWS into its other partitions', () => {
    const place = (region: string) => rightsFor(1, 'town', region).policy;
    expect(place('eu-central-1')).toContain('arn:aws:s3:::town/*');
    expect(place('cn-north-1')).toContain('arn:aws-cn:s3:::town/*');
    expect(place('us-gov-west-1')).toContain('arn:aws-us-gov:s3:::town/*');
  });

  it('know the account in the name of a Tencent bucket', () => {
    expect(rightsFor(3, 'town-1250000000', 'ap-guangzhou').policy).toContain(
      'qcs::cos:ap-guangzhou:uid/1250000000:town-1250000000/*',
    );
  });

  it('are a role where there is no policy to paste', () => {
    expect([5, 6, 8].map((vendor) => rightsFor(vendor, 'town', null).policy)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
