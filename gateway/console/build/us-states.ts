import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";
import { FIPS_STATES } from "./fips.ts";

const ID = "virtual:us-states";
/** Where Puerto Rico is drawn: left, top, right, bottom. */
const PUERTO_RICO = [
	[790, 555],
	[880, 595],
] as [[number, number], [number, number]];

type States = Topology<{ states: GeometryCollection<{ name: string }> }>;

function read(file: string) {
	const path = createRequire(import.meta.url).resolve(`us-atlas/${file}`);
	const atlas: States = JSON.parse(readFileSync(path, "utf8"));
	return feature(atlas, atlas.objects.states).features;
}

/** A path with whole numbers that names no point twice in a row: a third of the size. */
function roughly(path: string): string {
	const rings = path.split("Z").filter(Boolean);
	const rough = rings.map((ring) => {
		const points = ring.match(/-?[\d.]+,-?[\d.]+/g) ?? [];
		const whole = points.map((point) => point.split(",").map((part) => Math.round(Number(part))));
		const kept = whole.filter((at, index) => String(at) !== String(whole[index - 1]));
		return kept.length > 3 ? `M${kept.map((at) => at.join(" ")).join("L")}Z` : "";
	});
	return rough.join("");
}

/** The states as drawn on a map of 975 × 610: by code, the outline and the middle. */
function drawn() {
	const plain = geoPath();
	const states = read("states-albers-10m.json").map((state) => ({ state, path: plain }));
	const all = read("states-10m.json");
	const puertoRico = all.find(({ id }) => id === "72");
	if (!puertoRico) throw new Error("us-atlas has no Puerto Rico");
	const inset = geoPath(geoMercator().fitExtent(PUERTO_RICO, puertoRico));
	const outlines = [...states, { state: puertoRico, path: inset }].map(({ state, path }) => {
		const code = FIPS_STATES[String(state.id)];
		const middle = path.centroid(state).map(Math.round);
		return (
			code && [`US-${code}`, { name: state.properties.name, d: roughly(path(state) ?? ""), middle }]
		);
	});
	return Object.fromEntries(outlines.filter(Boolean) as Array<[string, unknown]>);
}

/** The module `virtual:us-states`: outlines that the build has drawn, so that browsers need no map library. */
export function usStates(): Plugin {
	return {
		name: "us-states",
		resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
		load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(drawn())};` : undefined),
	};
}
