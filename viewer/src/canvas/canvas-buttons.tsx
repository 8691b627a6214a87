/** Zoom, whole picture, arrange and stop. */

import type { IconName } from "../icon.js";
import { IconButton } from "../icon-button.js";
import { drawn, isLayoutRunning, say, screen } from "../state.js";
import { glide } from "./glide.js";
import { canvas } from "./hold-canvas.js";

export function CanvasButtons() {
  const t = say.value;
  const camera = () => canvas()?.sigma.getCamera();
  const running = isLayoutRunning.value;
  const buttons: readonly (readonly [IconName, string, () => void, string?])[] = [
    ["plus", t("zoomIn"), () => void camera()?.zoomIn({ duration: glide() })],
    ["minus", t("zoomOut"), () => void camera()?.zoomOut({ duration: glide() })],
    ["fit", t("fit"), () => canvas()?.picture.show([...drawn.peek().nodes], glide()), "fit"],
    running
      ? ["stop", t("stopLayout"), () => canvas()?.picture.stop(), "stop-layout"]
      : ["arrange", t("arrange"), () => canvas()?.picture.arrange(screen.peek().pinned), "arrange"],
  ];
  return (
    <div class="zoom" role="group" aria-label={t("zoom")}>
      {buttons.map(([icon, label, act, id]) => (
        <IconButton key={icon} icon={icon} label={label} testId={id} onClick={act} />
      ))}
    </div>
  );
}
