/** Copies the items of an array into a larger one. @returns the larger one */
export function grown<Items extends Uint8Array | Int32Array>(larger: Items, old: Items): Items {
  larger.set(old)
  return larger
}
