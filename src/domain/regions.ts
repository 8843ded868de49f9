/** The regions of AWSKMSConfiguration in MongoDB's OpenAPI specification v2 of August 2026. Atlas adds to them without notice. */
const KNOWN = new Set(
  `US_GOV_WEST_1 US_GOV_EAST_1 US_EAST_1 US_EAST_2 US_WEST_1 US_WEST_2 CA_CENTRAL_1 CA_WEST_1 MX_CENTRAL_1 SA_EAST_1
  EU_NORTH_1 EU_WEST_1 EU_WEST_2 EU_WEST_3 EU_CENTRAL_1 EU_CENTRAL_2 EU_SOUTH_1 EU_SOUTH_2
  AP_EAST_1 AP_EAST_2 AP_NORTHEAST_1 AP_NORTHEAST_2 AP_NORTHEAST_3 AP_SOUTH_1 AP_SOUTH_2
  AP_SOUTHEAST_1 AP_SOUTHEAST_2 AP_SOUTHEAST_3 AP_SOUTHEAST_4 AP_SOUTHEAST_5 AP_SOUTHEAST_6 AP_SOUTHEAST_7
  ME_SOUTH_1 ME_CENTRAL_1 AF_SOUTH_1 IL_CENTRAL_1 CN_NORTH_1 CN_NORTHWEST_1 GLOBAL`.split(/\s+/),
)

/** AWS's `us-east-1` as Atlas writes it: `US_EAST_1`. Atlas's own form comes out as it is. */
export function atlasRegion(region: string): string {
  return region.toUpperCase().replaceAll('-', '_')
}

/** @param region in Atlas's form */
export function isKnownRegion(region: string): boolean {
  return KNOWN.has(region)
}
