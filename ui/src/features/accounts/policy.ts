/** The least that a key must be allowed, in each provider's own form. */
export interface Rights {
  /** A policy to paste; `null` where the provider has roles instead. */
  policy: string | null;
  /** A CORS rule to paste, for somebody's own web page; `null` where the provider takes none as text. */
  cors: string | null;
}

const AMAZON = 1;
const ALIBABA = 2;
const TENCENT = 3;
const GOOGLE = 6;
const HUAWEI = 7;
const OWN = 11;

/** What to paste for a bucket. The region is the provider's own code for it. */
export function rightsFor(vendor: number, bucket: string, region: string | null): Rights {
  const name = bucket === '' ? 'BUCKET' : bucket;
  return { policy: policyFor(vendor, name, region), cors: corsFor(vendor) };
}

function policyFor(vendor: number, bucket: string, region: string | null): string | null {
  switch (vendor) {
    case AMAZON:
    case OWN: {
      const place = `arn:${vendor === OWN ? 'aws' : partition(region)}:s3:::${bucket}`;
      return json({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'RecordPlayDelete',
            Effect: 'Allow',
            Action: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:GetObject', 's3:DeleteObject'],
            Resource: `${place}/*`,
          },
          { Sid: 'List', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: place },
        ],
      });
    }
    case ALIBABA: {
      const place = `acs:oss:*:*:${bucket}`;
      return json({
        Version: '1',
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'oss:PutObject',
              'oss:AbortMultipartUpload',
              'oss:GetObject',
              'oss:DeleteObject',
            ],
            Resource: [`${place}/*`],
          },
          { Effect: 'Allow', Action: ['oss:ListObjects'], Resource: [place] },
        ],
      });
    }
    case TENCENT: {
      // A bucket's name ends in the account's own number.
      const account = bucket.split('-').at(-1);
      const place = `qcs::cos:${region ?? '*'}:uid/${account}:${bucket}/*`;
      const actions = [
        'PutObject',
        'InitiateMultipartUpload',
        'UploadPart',
        'CompleteMultipartUpload',
        'AbortMultipartUpload',
        'HeadObject',
        'GetObject',
        'DeleteObject',
        'GetBucket',
      ];
      return json({
        version: '2.0',
        statement: [
          { effect: 'allow', action: actions.map((one) => `name/cos:${one}`), resource: [place] },
        ],
      });
    }
    case HUAWEI:
      return json({
        Version: '1.1',
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'obs:object:PutObject',
              'obs:object:AbortMultipartUpload',
              'obs:object:GetObject',
              'obs:object:DeleteObject',
            ],
            Resource: [`OBS:*:*:object:${bucket}/*`],
          },
          {
            Effect: 'Allow',
            Action: ['obs:bucket:ListBucket'],
            Resource: [`OBS:*:*:bucket:${bucket}`],
          },
        ],
      });
    default:
      return null;
  }
}

/** AWS keeps China and its government's regions apart, and names things there by another word. */
function partition(region: string | null): string {
  if (region?.startsWith('cn-')) return 'aws-cn';
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

const PAGE = 'https://www.example.com';
const EXPOSED = ['Content-Length', 'Content-Range', 'ETag'];

function corsFor(vendor: number): string | null {
  switch (vendor) {
    case AMAZON:
    case OWN:
      return json([
        {
          AllowedOrigins: [PAGE],
          AllowedMethods: ['GET', 'HEAD'],
          AllowedHeaders: ['Range'],
          ExposeHeaders: EXPOSED,
          MaxAgeSeconds: 3600,
        },
      ]);
    case GOOGLE:
      return json([
        {
          origin: [PAGE],
          method: ['GET', 'HEAD'],
          responseHeader: ['Range', ...EXPOSED],
          maxAgeSeconds: 3600,
        },
      ]);
    case ALIBABA:
    case TENCENT:
    case HUAWEI:
      return [
        '<CORSConfiguration>',
        '  <CORSRule>',
        `    <AllowedOrigin>${PAGE}</AllowedOrigin>`,
        '    <AllowedMethod>GET</AllowedMethod>',
        '    <AllowedMethod>HEAD</AllowedMethod>',
        '    <AllowedHeader>Range</AllowedHeader>',
        ...EXPOSED.map((name) => `    <ExposeHeader>${name}</ExposeHeader>`),
        '    <MaxAgeSeconds>3600</MaxAgeSeconds>',
        '  </CORSRule>',
        '</CORSConfiguration>',
      ].join('\n');
    default:
      return null;
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
