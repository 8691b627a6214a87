/** Exports: the picture, the shown part or the whole graph, the page as one file. */
import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { canvas } from "./canvas/hold-canvas.js";
import { IconButton } from "./icon-button.js";
import { writeCsv } from "./model/export/csv.js";
import { writeGexf } from "./model/export/gexf.js";
import { writeGraphml } from "./model/export/graphml.js";
import { partOfGraph } from "./model/export/part-of-graph.js";
import { flatten, rowsOf } from "./model/export/records.js";
import { writeSingleFile } from "./model/export/single-file.js";
import { writeSvg } from "./model/export/svg.js";
import { saveFile, savePicture } from "./save-file.js";
import { announcement, claims, drawn, index, language, say, view } from "./state.js";
import { takePicture } from "./take-picture.js";

const isOpen = signal(false);
const isWhole = signal(false);

function chosenPart() {
  const data = index.peek();
  if (data === null) return null;
  const { nodes, edges } = drawn.peek();
  return { data, part: isWhole.peek() ? data.graph : partOfGraph(data, nodes, edges, claims.peek()) };
}

function places(): Map<string, { x: number; y: number }> {
  const graph = canvas()?.graph;
  const out = new Map<string, { x: number; y: number }>();
  graph?.forEachNode((id, a) => out.set(id, { x: a.x, y: a.y }));
  return out;
}

async function save(format: string): Promise<void> {
  const given = chosenPart();
  if (given === null) return;
  const { data, part } = given;
  const flat = () => flatten(part, data, language.peek(), say.peek());
  const picture = format === "png" || format === "svg" ? takePicture() : null;
  if (picture !== null && format === "svg") saveFile("wiregraph.svg", "image/svg+xml", writeSvg(picture));
  else if (picture !== null) await savePicture("wiregraph.png", writeSvg(picture));
  else if (format === "gexf") saveFile("wiregraph.gexf", "application/xml", writeGexf(flat(), places()));
  else if (format === "graphml") saveFile("wiregraph.graphml", "application/xml", writeGraphml(flat()));
  else if (format === "json") saveFile("graph.json", "application/json", `${JSON.stringify(part)}\n`);
  else if (format === "html")
    saveFile("wiregraph.html", "text/html", await writeSingleFile(document, JSON.stringify(part)));
  else if (format === "entities") saveFile("entities.csv", "text/csv", writeCsv(rowsOf(flat().nodes)));
  else if (format === "relations") saveFile("relations.csv", "text/csv", writeCsv(rowsOf(flat().edges)));
  else if (format === "claims") saveFile("claims.csv", "text/csv", writeCsv(rowsOf(flat().claims)));
  announcement.value = say.peek()("saved");
}

export function ExportMenu() {
  const t = say.value;
  const box = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    if (!isOpen.value) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !box.current?.contains(event.target as Node))
        isOpen.value = false;
    };
    addEventListener("pointerdown", close);
    addEventListener("keydown", close);
    return () => {
      removeEventListener("pointerdown", close);
      removeEventListener("keydown", close);
    };
  });
  const formats: readonly (readonly [string, string])[] = [
    ...(view.value === "graph"
      ? ([
          ["png", t("exportPng")],
          ["svg", t("exportSvg")],
        ] as const)
      : []),
    ["gexf", "GEXF (Gephi)"],
    ["graphml", "GraphML"],
    ["json", "JSON (wiregraph/1)"],
    ["entities", t("exportEntities")],
    ["relations", t("exportRelations")],
    ["claims", t("exportClaims")],
    ["html", t("exportHtml")],
  ];
  return (
    <div class="menu" ref={box}>
      <IconButton
        icon="download"
        label={t("export")}
        isExpanded={isOpen.value}
        testId="export"
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      />
      {isOpen.value && (
        <div class="menu-list" data-testid="export-menu">
          <label class="row">
            <input
              type="checkbox"
              checked={isWhole.value}
              data-testid="export-whole"
              onChange={(e) => {
                isWhole.value = e.currentTarget.checked;
              }}
            />
            <span>{t("exportWhole")}</span>
          </label>
          {formats.map(([format, label]) => (
            <button
              type="button"
              key={format}
              data-testid={`export-${format}`}
              onClick={() => {
                isOpen.value = false;
                void save(format);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
