export interface DigestCredentials {
  readonly username: string
  readonly password: string
}

export interface ServiceAccountCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** A token that the workflow got elsewhere. It is used as it is: never renewed and never revoked. */
export interface AccessTokenCredentials {
  readonly token: string
}

export type Credentials =
  | ({ readonly kind: 'access-token' } & AccessTokenCredentials)
  | ({ readonly kind: 'service-account' } & ServiceAccountCredentials)
  | ({ readonly kind: 'api-key' } & DigestCredentials)
