const chunk = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(text);
}

/** An address that an `<img>` shows. */
export const dataURL = (base64: string): string => `data:image/jpeg;base64,${base64}`;
