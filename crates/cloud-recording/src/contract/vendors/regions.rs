//! The regions of each vendor, by Agora's numbers. Codes and places are the vendors' facts.

use super::Region;

const fn region(
    region: u32,
    code: &'static str,
    place: &'static str,
    area: Option<&'static str>,
) -> Region {
    Region {
        region,
        code,
        place,
        area,
        legacy: false,
    }
}

/// In tables of some years only.
const fn gone(
    region: u32,
    code: &'static str,
    place: &'static str,
    area: Option<&'static str>,
) -> Region {
    Region {
        region,
        code,
        place,
        area,
        legacy: true,
    }
}

const CN: Option<&str> = Some("CN");
const AP: Option<&str> = Some("AP");
const EU: Option<&str> = Some("EU");
const NA: Option<&str> = Some("NA");

pub(super) const QINIU: &[Region] = &[
    region(0, "z0", "East China", CN),
    region(1, "z1", "North China", CN),
    region(2, "z2", "South China", CN),
    region(3, "na0", "North America", NA),
    region(4, "as0", "South-East Asia", AP),
];

pub(super) const AMAZON: &[Region] = &[
    region(0, "us-east-1", "Northern Virginia", NA),
    region(1, "us-east-2", "Ohio", NA),
    region(2, "us-west-1", "Northern California", NA),
    region(3, "us-west-2", "Oregon", NA),
    region(4, "eu-west-1", "Ireland", EU),
    region(5, "eu-west-2", "London", EU),
    region(6, "eu-west-3", "Paris", EU),
    region(7, "eu-central-1", "Frankfurt", EU),
    region(8, "ap-southeast-1", "Singapore", AP),
    region(9, "ap-southeast-2", "Sydney", AP),
    region(10, "ap-northeast-1", "Tokyo", AP),
    region(11, "ap-northeast-2", "Seoul", AP),
    region(12, "sa-east-1", "São Paulo", None),
    region(13, "ca-central-1", "Canada (Central)", NA),
    region(14, "ap-south-1", "Mumbai", AP),
    region(15, "cn-north-1", "Beijing", CN),
    region(16, "cn-northwest-1", "Ningxia", CN),
    gone(17, "us-gov-west-1", "GovCloud (US-West)", NA),
    region(18, "af-south-1", "Cape Town", None),
    region(19, "ap-east-1", "Hong Kong", AP),
    region(20, "ap-northeast-3", "Osaka", AP),
    region(21, "eu-north-1", "Stockholm", EU),
    region(22, "me-south-1", "Bahrain", None),
    gone(23, "us-gov-east-1", "GovCloud (US-East)", NA),
    region(24, "ap-southeast-3", "Jakarta", AP),
    region(25, "eu-south-1", "Milan", EU),
    gone(28, "il-central-1", "Tel Aviv", None),
];

pub(super) const ALIBABA: &[Region] = &[
    region(0, "cn-hangzhou", "Hangzhou", CN),
    region(1, "cn-shanghai", "Shanghai", CN),
    region(2, "cn-qingdao", "Qingdao", CN),
    region(3, "cn-beijing", "Beijing", CN),
    region(4, "cn-zhangjiakou", "Zhangjiakou", CN),
    region(5, "cn-huhehaote", "Hohhot", CN),
    region(6, "cn-shenzhen", "Shenzhen", CN),
    region(7, "cn-hongkong", "Hong Kong", AP),
    region(8, "us-west-1", "Silicon Valley", NA),
    region(9, "us-east-1", "Virginia", NA),
    region(10, "ap-southeast-1", "Singapore", AP),
    region(11, "ap-southeast-2", "Sydney", AP),
    region(12, "ap-southeast-3", "Kuala Lumpur", AP),
    region(13, "ap-southeast-5", "Jakarta", AP),
    region(14, "ap-northeast-1", "Tokyo", AP),
    region(15, "ap-south-1", "Mumbai", AP),
    region(16, "eu-central-1", "Frankfurt", EU),
    region(17, "eu-west-1", "London", EU),
    region(18, "eu-east-1", "Eastern Europe", None),
    region(19, "ap-southeast-6", "Manila", AP),
    region(20, "cn-heyuan", "Heyuan", CN),
    region(21, "cn-guangzhou", "Guangzhou", CN),
    region(22, "cn-chengdu", "Chengdu", CN),
    region(23, "cn-nanjing", "Nanjing", CN),
    region(24, "cn-fuzhou", "Fuzhou", CN),
    region(25, "cn-wulanchabu", "Wulanchabu", CN),
    region(26, "ap-northeast-2", "Seoul", AP),
    region(27, "ap-southeast-7", "Bangkok", AP),
];

pub(super) const TENCENT: &[Region] = &[
    region(0, "ap-beijing-1", "Beijing 1", CN),
    region(1, "ap-beijing", "Beijing", CN),
    region(2, "ap-shanghai", "Shanghai", CN),
    region(3, "ap-guangzhou", "Guangzhou", CN),
    region(4, "ap-chengdu", "Chengdu", CN),
    region(5, "ap-chongqing", "Chongqing", CN),
    region(6, "ap-shenzhen-fsi", "Shenzhen Finance", CN),
    region(7, "ap-shanghai-fsi", "Shanghai Finance", CN),
    region(8, "ap-beijing-fsi", "Beijing Finance", CN),
    region(9, "ap-hongkong", "Hong Kong", AP),
    region(10, "ap-singapore", "Singapore", AP),
    region(11, "ap-mumbai", "Mumbai", AP),
    region(12, "ap-seoul", "Seoul", AP),
    region(13, "ap-bangkok", "Bangkok", AP),
    region(14, "ap-tokyo", "Tokyo", AP),
    region(15, "na-siliconvalley", "Silicon Valley", NA),
    region(16, "na-ashburn", "Ashburn", NA),
    region(17, "na-toronto", "Toronto", NA),
    region(18, "eu-frankfurt", "Frankfurt", EU),
    region(19, "eu-moscow", "Moscow", EU),
];

pub(super) const KINGSOFT: &[Region] = &[
    region(0, "CN_Hangzhou", "Hangzhou", CN),
    region(1, "CN_Shanghai", "Shanghai", CN),
    region(2, "CN_Qingdao", "Qingdao", CN),
    region(3, "CN_Beijing", "Beijing", CN),
    region(4, "CN_Guangzhou", "Guangzhou", CN),
    region(5, "CN_Hongkong", "Hong Kong", AP),
    region(6, "JR_Beijing", "Beijing Finance", CN),
    region(7, "JR_Shanghai", "Shanghai Finance", CN),
    region(8, "NA_Russia_1", "Russia", EU),
    region(9, "NA_Singapore_1", "Singapore", AP),
];

pub(super) const HUAWEI: &[Region] = &[
    region(0, "cn-north-1", "Beijing 1", CN),
    region(1, "cn-north-4", "Beijing 4", CN),
    region(2, "cn-east-2", "Shanghai 2", CN),
    region(3, "cn-east-3", "Shanghai 1", CN),
    region(4, "cn-south-1", "Guangzhou", CN),
    region(5, "cn-southwest-2", "Guiyang", CN),
    region(6, "ap-southeast-1", "Hong Kong", AP),
    region(7, "ap-southeast-2", "Bangkok", AP),
    region(8, "ap-southeast-3", "Singapore", AP),
    region(9, "af-south-1", "Johannesburg", None),
    region(10, "sa-argentina-1", "Buenos Aires", None),
    region(11, "sa-peru-1", "Lima", None),
    region(12, "na-mexico-1", "Mexico City", NA),
    region(13, "sa-brazil-1", "São Paulo", None),
    region(14, "la-south-2", "Santiago", None),
    region(15, "sa-chile-1", "Santiago (Chile 1)", None),
];

pub(super) const BAIDU: &[Region] = &[
    gone(0, "bj", "Beijing", CN),
    region(1, "bd", "Baoding", CN),
    region(2, "su", "Suzhou", CN),
    region(3, "gz", "Guangzhou", CN),
    region(4, "hkg", "Hong Kong", AP),
    region(5, "singapore", "Singapore", AP),
    region(6, "fwh", "Wuhan", CN),
    region(7, "shanghai", "Shanghai", CN),
];
