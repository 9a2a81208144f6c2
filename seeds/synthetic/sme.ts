import type { SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { newSme } from "../../subgraphs/engagements/sme/new.ts";
import type { Random } from "./random.ts";
import type { Center } from "./reference.ts";

const FIRST = [
	"Cedar",
	"Granite",
	"Harbor",
	"Juniper",
	"Keystone",
	"Lakeside",
	"Maple",
	"Northfield",
	"Prairie",
	"Quarry",
	"Ridge",
	"Summit",
	"Timber",
	"Valley",
	"Willow",
];
const SECOND = [
	"Castings",
	"Composites",
	"Controls",
	"Fabrication",
	"Forge",
	"Gear",
	"Instruments",
	"Machining",
	"Molding",
	"Optics",
	"Packaging",
	"Plastics",
	"Stamping",
	"Textiles",
	"Tool and Die",
];
const NAICS = [
	"311991",
	"313230",
	"321918",
	"322211",
	"325211",
	"325412",
	"326199",
	"327215",
	"331511",
	"331524",
	"332114",
	"332322",
	"332710",
	"332721",
	"333248",
	"333514",
	"333517",
	"334413",
	"334511",
	"335312",
	"336370",
	"336413",
	"337110",
	"339112",
	"339999",
];

/** A zero-padded number, so that ids sort in order of creation. */
export const serial = (index: number) => String(index).padStart(9, "0");

export function makeSme(index: number, home: Center, random: Random): SmeRow {
	return newSme({
		id: `sme_syn${serial(index)}`,
		name: `${random.pick(FIRST)} ${random.pick(SECOND)} ${index} (synthetic)`,
		state: home.state,
		naics: random.chance(0.9) ? random.pick(NAICS) : null,
		employees: random.chance(0.85) ? Math.round(4 * 150 ** random.fraction()) : null,
		larger_group: random.chance(0.1) ? random.chance(0.3) : null,
		synthetic: true,
	});
}
