use reqwest::Url;
use serde::{Deserialize, Serialize};

use crate::retry::NextHost;
use crate::{Call, Error};

/// The domain that is asked first outside mainland China.
const AGORA: &str = "agora.io";
/// The domain that is asked first in mainland China.
const SD_RTN: &str = "sd-rtn.com";

/// Where the caller is, which decides the hosts that are asked and in which order.
///
/// Source: the domain fail-over section of the integration best practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Area {
    /// Outside mainland China: `api.agora.io` first, then `api.sd-rtn.com`.
    Global,
    /// In mainland China: `api.sd-rtn.com` first, then `api.agora.io`.
    China,
    /// As [`Area::Global`], with the regional hosts of North America before the others.
    NorthAmerica,
    /// As [`Area::Global`], with the regional hosts of Europe before the others.
    Europe,
    /// As [`Area::Global`], with the regional hosts of Asia Pacific before the others.
    AsiaPacific,
}

const AMERICAN: [&str; 2] = ["api-us-west-1", "api-us-east-1"];
const EUROPEAN: [&str; 2] = ["api-eu-west-1", "api-eu-central-1"];
const ASIAN: [&str; 2] = ["api-ap-southeast-1", "api-ap-northeast-1"];
const CHINESE: [&str; 2] = ["api-cn-east-1", "api-cn-north-1"];

impl Area {
    /// First and second domain.
    const fn domains(self) -> (&'static str, &'static str) {
        match self {
            Self::China => (SD_RTN, AGORA),
            _ => (AGORA, SD_RTN),
        }
    }

    /// Regional labels in the order of the fail-over: the area's own, then its neighbours. Nobody
    /// is sent across the border of mainland China.
    fn labels(self) -> Vec<&'static str> {
        let order: &[[&str; 2]] = match self {
            Self::China => &[CHINESE],
            Self::Global | Self::NorthAmerica => &[AMERICAN, EUROPEAN, ASIAN],
            Self::Europe => &[EUROPEAN, AMERICAN, ASIAN],
            Self::AsiaPacific => &[ASIAN, AMERICAN, EUROPEAN],
        };
        order.concat()
    }
}

/// Which hosts are asked.
///
/// Source: the domain fail-over section of the integration best practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hosts {
    /// The service's own.
    Area(Area),
    /// One other address. Make it with [`Hosts::custom`].
    Custom(String),
    /// Several other addresses, asked in turn when one does not connect.
    Several(Vec<String>),
}

impl Hosts {
    /// An address other than the service's: https, or http on the loopback (a stand-in).
    ///
    /// ```
    /// use cloud_recording::Hosts;
    ///
    /// assert!(Hosts::custom("http://127.0.0.1:8080").is_ok());
    /// assert!(Hosts::custom("http://api.example.com").is_err(), "a secret would go out in clear");
    /// ```
    ///
    /// # Errors
    ///
    /// Another scheme, no host, or an address with a user name, a query or a fragment.
    pub fn custom(address: &str) -> Result<Self, Error> {
        validated(address).map(Self::Custom)
    }

    /// The address that is asked first for `call`, without a slash at its end.
    ///
    /// # Errors
    ///
    /// As [`Hosts::custom`].
    pub fn first(&self, call: Call) -> Result<String, Error> {
        Ok(self.route(call)?.base(0).to_owned())
    }

    pub(crate) fn route(&self, call: Call) -> Result<Route, Error> {
        let addresses = match self {
            // The user list is documented under one domain only; the other is tried after it.
            Self::Area(_) if call == Call::ChannelUsers => area_addresses(AGORA, SD_RTN, &[]),
            Self::Area(area) => {
                let (first, second) = area.domains();
                area_addresses(first, second, &area.labels())
            }
            Self::Custom(address) => own_addresses(std::slice::from_ref(address))?,
            Self::Several(addresses) => own_addresses(addresses)?,
        };
        if addresses.is_empty() {
            return Err(Error::input(Call::Acquire, "there is no address to ask"));
        }
        Ok(Route(addresses))
    }
}

/// Addresses in the order in which they are tried, as a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route(Vec<Address>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Address {
    base: String,
    domain: usize,
    region: usize,
}

impl Route {
    pub fn base(&self, index: usize) -> &str {
        &self.0[index % self.0.len()].base
    }

    /// Where to go from `index`.
    pub fn next(&self, index: usize, host: NextHost) -> usize {
        let count = self.0.len();
        let index = index % count;
        let here = &self.0[index];
        let mut others = (1..count).map(|step| (index + step) % count);
        let found = match host {
            NextHost::Same => return index,
            NextHost::OtherDomain => others.find(|&other| self.0[other].domain != here.domain),
            NextHost::Neighbour => others.find(|&other| self.0[other].region != here.region),
        };
        found.unwrap_or((index + 1) % count)
    }

    /// Whether everything stays on this computer.
    pub fn is_loopback(&self) -> bool {
        self.0
            .iter()
            .all(|address| Url::parse(&address.base).is_ok_and(|url| is_loopback(&url)))
    }
}

/// The two general hosts, each a way in of its own, then the regional ones under both domains.
fn area_addresses(first: &str, second: &str, labels: &[&str]) -> Vec<Address> {
    let address = |label: &str, domain: usize, region: usize| Address {
        base: format!("https://{label}.{}", [first, second][domain]),
        domain,
        region,
    };
    let mut addresses = vec![address("api", 0, 0), address("api", 1, 1)];
    for (index, label) in labels.iter().enumerate() {
        addresses.extend([0, 1].map(|domain| address(label, domain, index + 2)));
    }
    addresses
}

fn own_addresses(addresses: &[String]) -> Result<Vec<Address>, Error> {
    let address = |(index, address): (usize, &String)| {
        Ok(Address {
            base: validated(address)?,
            domain: index,
            region: index,
        })
    };
    addresses.iter().enumerate().map(address).collect()
}

fn validated(address: &str) -> Result<String, Error> {
    let refuse = |what: &str| Err(Error::input(Call::Acquire, what));
    let Ok(url) = Url::parse(address.trim()) else {
        return refuse("this is not a web address");
    };
    let safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    if !safe || url.host_str().is_none_or(str::is_empty) {
        return refuse("the address must be https (http only on this computer)");
    }
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if !bare {
        return refuse("the address must not hold a user name, a query or a fragment");
    }
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_addresses_are_taken() {
        for good in [
            "https://api.example.com",
            "http://127.0.0.1:1",
            "http://[::1]:2",
            "http://localhost",
        ] {
            assert!(Hosts::custom(good).is_ok(), "{good} is safe");
        }
        for bad in [
            "",
            "api.example.com",
            "http://api.example.com",
            "ftp://127.0.0.1",
            "https://a:b@example.com",
            "https://example.com/?a=1",
            "http://127.0.0.1.example.com",
        ] {
            assert!(Hosts::custom(bad).is_err(), "{bad} must be refused");
        }
    }

    #[test]
    fn each_area_asks_its_own_domain_first_and_ends_at_every_host() {
        let route = Hosts::Area(Area::Global).route(Call::Start).unwrap();
        assert_eq!(route.base(0), "https://api.agora.io");
        assert_eq!(
            route.base(route.next(0, NextHost::OtherDomain)),
            "https://api.sd-rtn.com"
        );
        let china = Hosts::Area(Area::China).route(Call::Start).unwrap();
        assert_eq!(china.base(0), "https://api.sd-rtn.com");
        let users = Hosts::Area(Area::China).route(Call::ChannelUsers).unwrap();
        assert_eq!(
            users.base(0),
            "https://api.agora.io",
            "the user list has one documented host"
        );
    }

    #[test]
    fn every_regional_host_is_reached_in_its_area() {
        let bases = |area: Area| {
            let route = Hosts::Area(area).route(Call::Start).unwrap();
            (0..route.0.len())
                .map(|at| route.base(at).to_owned())
                .collect::<Vec<_>>()
        };
        let europe = bases(Area::Europe);
        assert_eq!(
            europe[2], "https://api-eu-west-1.agora.io",
            "its own region comes first"
        );
        assert_eq!(
            europe[3], "https://api-eu-west-1.sd-rtn.com",
            "then under the other domain"
        );
        assert_eq!(
            europe.len(),
            14,
            "two general hosts, six regions under two domains"
        );
        let china = bases(Area::China);
        assert!(
            china.iter().all(|base| !base.contains("api-us")),
            "nobody leaves China: {china:?}"
        );
        assert_eq!(china.len(), 6);
    }

    #[test]
    fn a_neighbour_is_never_the_same_host() {
        let route = Hosts::Area(Area::China).route(Call::Start).unwrap();
        for index in 0..6 {
            for host in [NextHost::OtherDomain, NextHost::Neighbour] {
                assert_ne!(route.next(index, host), index, "{host:?} from {index}");
            }
            assert_eq!(route.next(index, NextHost::Same), index);
        }
        let alone = Hosts::custom("http://127.0.0.1:9")
            .unwrap()
            .route(Call::Start)
            .unwrap();
        assert_eq!(
            alone.next(0, NextHost::Neighbour),
            0,
            "one host has no neighbour"
        );
    }
}
