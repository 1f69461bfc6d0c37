//! Where a storage is reached: the host of its region, and how the store behind it is spoken to.

use std::net::IpAddr;

use cloud_recording::contract;

use crate::types::Storage;

/// How a store is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// The bucket stands in the host's name, or in the path.
    S3 {
        in_host: bool,
    },
    Oss,
    Cos,
    Obs,
    /// The account, which is the access key, stands in the host's name.
    Azure,
}

/// Where a storage is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub dialect: Dialect,
    /// With its scheme; empty where the access key is a part of it.
    pub endpoint: String,
    /// What is signed with; empty where nothing is.
    pub region: String,
}

impl Place {
    /// `None` where no address is documented, so that files cannot be reached. `learned` is the region that an
    /// S3-compatible store named before.
    pub fn of(storage: &Storage, learned: Option<&str>) -> Option<Self> {
        let code = region_code(storage);
        let place = |dialect, endpoint: String, region: &str| {
            Some(Self {
                dialect,
                endpoint,
                region: region.to_owned(),
            })
        };
        // A bucket with dots in its name does not fit the certificate of its own host.
        let s3 = Dialect::S3 {
            in_host: !storage.bucket.contains('.'),
        };
        let path = Dialect::S3 { in_host: false };
        match (storage.vendor, code.as_deref()) {
            (1, Some(code)) => {
                let china = if code.starts_with("cn-") { ".cn" } else { "" };
                place(s3, format!("https://s3.{code}.amazonaws.com{china}"), code)
            }
            (2, Some(code)) => place(Dialect::Oss, format!("https://oss-{code}.aliyuncs.com"), ""),
            (3, Some(code)) => place(Dialect::Cos, format!("https://cos.{code}.myqcloud.com"), ""),
            (5, _) => place(Dialect::Azure, String::new(), ""),
            // With the HMAC keys that the service itself needs, Google answers as an S3 store does.
            (6, _) => place(path, "https://storage.googleapis.com".to_owned(), "auto"),
            (7, Some(code)) => place(
                Dialect::Obs,
                format!("https://obs.{code}.myhuaweicloud.com"),
                "",
            ),
            (8, Some(code)) if !UNDOCUMENTED.contains(&code) => {
                place(path, format!("https://s3.{code}.bcebos.com"), code)
            }
            (11, _) => {
                let host = storage.endpoint.as_deref()?;
                let region = learned.map_or_else(|| region_in(host), str::to_owned);
                let scheme = if is_loopback(host) { "http" } else { "https" };
                let in_host = NEEDS_HOST.iter().any(|end| bare(host).ends_with(end));
                place(
                    Dialect::S3 { in_host },
                    format!("{scheme}://{host}"),
                    &region,
                )
            }
            _ => None,
        }
    }
}

/// Stores that refuse a bucket in the path.
const NEEDS_HOST: [&str; 2] = [".aliyuncs.com", ".myqcloud.com"];

/// Regions of Baidu for which no S3-compatible host is documented.
const UNDOCUMENTED: [&str; 2] = ["singapore", "shanghai"];

fn region_code(storage: &Storage) -> Option<String> {
    let vendors = contract::vendor_data();
    let vendor = vendors.iter().find(|one| one.vendor == storage.vendor)?;
    let region = vendor
        .regions
        .iter()
        .find(|one| one.region == storage.region)?;
    Some(region.code.clone())
}

fn bare(host: &str) -> &str {
    host.rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(host, |(name, _)| name)
}

/// Whether a host is this computer, where there is no TLS to be had.
pub(super) fn is_loopback(host: &str) -> bool {
    let name = bare(host);
    let number = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || number.parse::<IpAddr>().is_ok_and(|at| at.is_loopback())
}

/// The region as the names of S3-compatible hosts carry it, such as `s3.eu-central-2.wasabisys.com`. Stores
/// without regions take the usual first one.
fn region_in(host: &str) -> String {
    let name = bare(host).to_ascii_lowercase();
    if name.ends_with(".r2.cloudflarestorage.com") {
        return "auto".to_owned();
    }
    let looks_like_one = |part: &&str| {
        let pieces: Vec<&str> = part.split('-').collect();
        let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
        pieces.len() >= 3
            && pieces
                .last()
                .is_some_and(|last| !last.is_empty() && is_number(last))
    };
    let found = name.split('.').find(looks_like_one);
    let found = found.map(|part| part.trim_start_matches("s3-").trim_start_matches("oss-"));
    found.unwrap_or("us-east-1").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn storage(vendor: u32, region: u32, endpoint: Option<&str>) -> Storage {
        Storage {
            vendor,
            region,
            bucket: "town".to_owned(),
            endpoint: endpoint.map(str::to_owned),
            ..crate::practising::storage()
        }
    }

    fn host(vendor: u32, region: u32) -> Option<String> {
        Place::of(&storage(vendor, region, None), None).map(|place| place.endpoint)
    }

    #[test]
    fn the_region_s_number_leads_to_its_own_host() {
        let hosts = [
            (1, 7, "https://s3.eu-central-1.amazonaws.com"),
            (1, 15, "https://s3.cn-north-1.amazonaws.com.cn"),
            (2, 0, "https://oss-cn-hangzhou.aliyuncs.com"),
            (3, 3, "https://cos.ap-guangzhou.myqcloud.com"),
            (6, 0, "https://storage.googleapis.com"),
            (7, 1, "https://obs.cn-north-4.myhuaweicloud.com"),
            (8, 3, "https://s3.gz.bcebos.com"),
        ];
        for (vendor, region, wanted) in hosts {
            assert_eq!(host(vendor, region).as_deref(), Some(wanted), "{vendor}");
        }
        for (vendor, region) in [(0, 0), (4, 0), (8, 5), (8, 7), (1, 9_999), (11, 0)] {
            assert_eq!(
                host(vendor, region),
                None,
                "{vendor}/{region} has no known host"
            );
        }
    }

    #[test]
    fn a_store_s_own_host_tells_its_region_and_only_this_computer_goes_without_tls() {
        let cases = [
            ("s3.eu-central-2.wasabisys.com", "eu-central-2", "https"),
            (
                "ns.compat.objectstorage.us-ashburn-1.oraclecloud.com",
                "us-ashburn-1",
                "https",
            ),
            ("acc.r2.cloudflarestorage.com", "auto", "https"),
            ("minio.example.com:9000", "us-east-1", "https"),
            ("10.0.0.7:9000", "us-east-1", "https"),
            ("localhost.example.com", "us-east-1", "https"),
            ("127.0.0.1:9000", "us-east-1", "http"),
            ("localhost:9000", "us-east-1", "http"),
            ("[::1]:9000", "us-east-1", "http"),
        ];
        for (host, region, scheme) in cases {
            let place = Place::of(&storage(11, 0, Some(host)), None).unwrap();
            assert_eq!(place.region, region, "{host}");
            assert_eq!(place.endpoint, format!("{scheme}://{host}"), "{host}");
        }
        let learned = Place::of(&storage(11, 0, Some("minio.example.com")), Some("home-1"));
        assert_eq!(
            learned.unwrap().region,
            "home-1",
            "what the store said comes first"
        );
    }

    #[test]
    fn a_bucket_with_dots_stays_out_of_the_host() {
        let mut dotted = storage(1, 0, None);
        let in_host = |storage: &Storage| Place::of(storage, None).unwrap().dialect;
        assert_eq!(in_host(&dotted), Dialect::S3 { in_host: true });
        dotted.bucket = "town.hall".to_owned();
        assert_eq!(in_host(&dotted), Dialect::S3 { in_host: false });
    }
}
