/** Gives a file to the user. */
export function telecharger(nom: string, contenu: Blob): void {
  const url = URL.createObjectURL(contenu);
  Object.assign(document.createElement("a"), { href: url, download: nom }).click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function blobSvg(svg: string): Blob {
  return new Blob([svg], { type: "image/svg+xml" });
}

/** Pixels a drawing unit: sharp on a projector and in print. */
const DENSITE = 2;

/** The drawing as pixels. Rejects when the browser cannot read it or refuses the canvas. */
export async function peindrePng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(blobSvg(svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const toile = Object.assign(document.createElement("canvas"), { width: image.width * DENSITE, height: image.height * DENSITE });
    const contexte = toile.getContext("2d");
    if (contexte === null) throw new Error("no 2d canvas");
    contexte.fillStyle = "#ffffff";
    contexte.fillRect(0, 0, toile.width, toile.height);
    contexte.drawImage(image, 0, 0, toile.width, toile.height);
    return await new Promise((resolve, reject) => {
      toile.toBlob((blob) => (blob === null ? reject(new Error("the canvas gave nothing")) : resolve(blob)), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
