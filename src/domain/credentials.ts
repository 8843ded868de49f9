export interface DigestCredentials {
  readonly username: string
  readonly password: string
}

export interface ServiceAccountCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export type Credentials =
  | ({ readonly kind: 'service-account' } & ServiceAccountCredentials)
  | ({ readonly kind: 'api-key' } & DigestCredentials)
