import { describe, expect, it } from 'vitest';
import type { Issue, IssueCode } from '../bridge';
import { fixOf, placeOf } from './imported';

const issue = (code: IssueCode, path: string, severity: Issue['severity'] = 'error'): Issue => ({
  code,
  path,
  severity,
  params: {},
});

describe('an issue of what was imported', () => {
  it.each([
    ['/17', { kind: 'region', number: '18' }],
    ['/layoutConfig/0/alpha', { kind: 'region', number: '1' }],
    ['/clientRequest/layoutConfig/2/zOrder', { kind: 'region', number: '3' }],
    ['/backgroundConfig/1/uid', { kind: 'picture', number: '2' }],
    ['/document/regions/4', { kind: 'region', number: '5' }],
    ['/backgroundColor', null],
    ['', null],
  ])('has its place: %s', (path, place) => {
    expect(placeOf(issue('outOfRange', path))).toEqual(place);
  });

  it.each([
    ['tooMany', '/17', 'hidden'],
    ['tooMany', '/document/regions/17', 'hidden'],
    ['unknownMember', '/0/zOrder', 'asItIs'],
    ['regionOutsideCanvas', '/layoutConfig/1/width', 'cut'],
    ['outOfRange', '/layoutConfig/2/x_axis', 'regionOut'],
    ['required', '/3/width', 'regionOut'],
    ['outOfRange', '/layoutConfig/1/alpha', 'usual'],
    ['notAnOption', '/1/render_mode', 'usual'],
    ['numberAsText', '/0/x_axis', 'read'],
    ['wrongType', '/0/uid', 'read'],
    ['required', '/backgroundConfig/0/image_url', 'pictureOut'],
    ['required', '/backgroundConfig/0/uid', 'pictureOut'],
    ['badFormat', '/backgroundColor', 'usual'],
    ['canvasTooLarge', '/document/canvas', 'nearest'],
    ['sameUserTwice', '/layoutConfig/4/uid', 'first'],
  ] as const)('says what was done: %s at %s', (code, path, fix) => {
    expect(fixOf(issue(code, path))).toBe(fix);
  });

  it('says nothing was done about what is only doubtful', () => {
    expect(fixOf(issue('imageNotHttps', '/backgroundImage', 'warning'))).toBeNull();
  });
});
