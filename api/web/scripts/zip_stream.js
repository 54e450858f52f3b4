// A zip of stored entries, followed as it comes (APPNOTE 4.3.7): the size of
// each entry stands before its bytes.

const localHeader = 0x04034b50;
const headerLength = 30;

/** ZipStream calls onEntry with the name of each entry that has come whole, and keeps the bytes of the one named kept. */
export class ZipStream {
  constructor(kept, onEntry) {
    this.kept = kept;
    this.onEntry = onEntry;
    this.pending = new Uint8Array(0); // bytes of a header that is not whole yet
    this.left = 0;                    // bytes of the present entry that are to come
    this.name = null;
    this.parts = [];                  // of the kept entry
    this.ended = false;               // the directory has begun
  }

  push(chunk) {
    while (chunk.length && !this.ended) {
      chunk = this.name === null ? this.header(chunk) : this.content(chunk);
      if (this.name !== null && this.left === 0) this.finish();
    }
  }

  header(chunk) {
    const bytes = new Uint8Array(this.pending.length + chunk.length);
    bytes.set(this.pending);
    bytes.set(chunk, this.pending.length);
    const view = new DataView(bytes.buffer);
    if (bytes.length >= 4 && view.getUint32(0, true) !== localHeader) {
      this.ended = true;
      return chunk;
    }
    const length = bytes.length < headerLength ? Infinity : headerLength + view.getUint16(26, true) + view.getUint16(28, true);
    if (bytes.length < length) {
      this.pending = bytes;
      return bytes.subarray(bytes.length);
    }
    this.pending = new Uint8Array(0);
    this.left = view.getUint32(18, true);
    this.name = new TextDecoder().decode(bytes.subarray(headerLength, headerLength + view.getUint16(26, true)));
    return bytes.subarray(length);
  }

  content(chunk) {
    const part = chunk.subarray(0, this.left);
    if (this.name === this.kept) this.parts.push(part.slice());
    this.left -= part.length;
    return chunk.subarray(part.length);
  }

  finish() {
    this.onEntry(this.name);
    this.name = null;
  }

  /** text gives the kept entry. */
  async text() { return new Blob(this.parts).text(); }
}
