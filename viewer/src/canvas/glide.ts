/** How long the camera takes to get somewhere, in milliseconds: no time where motion is not wanted. */
export const glide = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350);
