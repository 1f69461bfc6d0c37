/** An id for a layout: 16 random bytes. Unlike `randomUUID` it does not ask where the page came from. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
