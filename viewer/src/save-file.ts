/** Hands a file to the person: nothing leaves the machine. */

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const saveFile = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }));

/** Twice the size of the screen, so that it can be printed. */
const SCALE = 2;

/** @param svg a picture without anything from outside */
export async function savePicture(name: string, svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const sheet = document.createElement("canvas");
    sheet.width = image.naturalWidth * SCALE;
    sheet.height = image.naturalHeight * SCALE;
    const paint = sheet.getContext("2d");
    if (paint === null) return;
    paint.scale(SCALE, SCALE);
    paint.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, "image/png"));
    if (blob !== null) saveBlob(name, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
