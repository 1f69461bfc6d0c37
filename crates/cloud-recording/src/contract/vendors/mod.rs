//! The stores that recordings can go to, by Agora's numbers.

mod regions;

use super::data::{RegionData, VendorData};

/// A storage vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vendor {
    /// The number in `storageConfig.vendor`.
    pub vendor: u32,
    /// The vendor's own name.
    pub name: &'static str,
    /// No longer in Agora's table.
    pub legacy: bool,
    /// The store's host must be given in `extensionParams.endpoint`.
    pub needs_endpoint: bool,
    /// Temporary credentials are possible.
    pub sts: bool,
    /// Empty where the region has no effect and 0 is sent.
    pub regions: &'static [Region],
}

/// A region of a storage vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// The number in `storageConfig.region`.
    pub region: u32,
    /// The vendor's own id, such as `eu-west-1`.
    pub code: &'static str,
    /// Where that is, in English.
    pub place: &'static str,
    /// Acquire's `region` that fits it (this crate's reading of the map), or none of the four.
    pub area: Option<&'static str>,
    /// In tables of some years only.
    pub legacy: bool,
}

const fn vendor(vendor: u32, name: &'static str, regions: &'static [Region]) -> Vendor {
    let legacy = matches!(vendor, 0 | 4);
    let sts = matches!(vendor, 1..=3);
    Vendor {
        vendor,
        name,
        legacy,
        needs_endpoint: vendor == 11,
        sts,
        regions,
    }
}

/// In the order in which to offer them: those of today by number, then the legacy ones.
const VENDORS: &[Vendor] = &[
    vendor(1, "Amazon S3", regions::AMAZON),
    vendor(2, "Alibaba Cloud OSS", regions::ALIBABA),
    vendor(3, "Tencent Cloud COS", regions::TENCENT),
    vendor(5, "Microsoft Azure Blob Storage", &[]),
    vendor(6, "Google Cloud Storage", &[]),
    vendor(7, "Huawei Cloud OBS", regions::HUAWEI),
    vendor(8, "Baidu AI Cloud BOS", regions::BAIDU),
    vendor(11, "S3-compatible", &[]),
    vendor(0, "Qiniu Cloud", regions::QINIU),
    vendor(4, "Kingsoft Cloud KS3", regions::KINGSOFT),
];

/// The stores that recordings can go to. Source: the region and vendor page.
pub const fn vendors() -> &'static [Vendor] {
    VENDORS
}

/// The vendor with that number.
///
/// Source: the region and vendor page.
pub fn vendor_by_number(number: i64) -> Option<&'static Vendor> {
    VENDORS
        .iter()
        .find(|vendor| i64::from(vendor.vendor) == number)
}

impl Vendor {
    /// The region with that number.
    pub fn region(&self, number: i64) -> Option<&'static Region> {
        self.regions
            .iter()
            .find(|region| i64::from(region.region) == number)
    }
}

/// The stores, for the page's forms.
///
/// Source: the region and vendor page.
pub fn vendor_data() -> Vec<VendorData> {
    let region = |region: &Region| RegionData {
        region: region.region,
        code: region.code.to_owned(),
        place: region.place.to_owned(),
        area: region.area.map(str::to_owned),
        legacy: region.legacy,
    };
    let vendor = |vendor: &Vendor| VendorData {
        vendor: vendor.vendor,
        name: vendor.name.to_owned(),
        legacy: vendor.legacy,
        needs_endpoint: vendor.needs_endpoint,
        sts: vendor.sts,
        regions: vendor.regions.iter().map(region).collect(),
    };
    VENDORS.iter().map(vendor).collect()
}
