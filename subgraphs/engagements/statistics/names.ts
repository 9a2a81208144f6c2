import { STATES } from "../sme/states.ts";

/** The name of a state by its ISO 3166-2 code; the code itself where it is none of the United States. */
export function stateName(code: string): string {
	return (code.startsWith("US-") && STATES[code.slice(3)]) || code;
}

/** Sectors, and the subsectors of manufacturing, of NAICS 2022. */
const INDUSTRIES: Record<string, string> = {
	"11": "Agriculture, forestry, fishing and hunting",
	"21": "Mining, quarrying, and oil and gas extraction",
	"22": "Utilities",
	"23": "Construction",
	"31-33": "Manufacturing",
	"42": "Wholesale trade",
	"44-45": "Retail trade",
	"48-49": "Transportation and warehousing",
	"51": "Information",
	"52": "Finance and insurance",
	"53": "Real estate, rental and leasing",
	"54": "Professional, scientific and technical services",
	"55": "Management of companies",
	"56": "Administrative, support and waste services",
	"61": "Educational services",
	"62": "Health care and social assistance",
	"71": "Arts, entertainment and recreation",
	"72": "Accommodation and food services",
	"81": "Other services",
	"92": "Public administration",
	"311": "Food manufacturing",
	"312": "Beverages and tobacco",
	"313": "Textile mills",
	"314": "Textile product mills",
	"315": "Apparel",
	"316": "Leather",
	"321": "Wood products",
	"322": "Paper",
	"323": "Printing",
	"324": "Petroleum and coal products",
	"325": "Chemicals",
	"326": "Plastics and rubber products",
	"327": "Nonmetallic mineral products",
	"331": "Primary metals",
	"332": "Fabricated metal products",
	"333": "Machinery",
	"334": "Computers and electronic products",
	"335": "Electrical equipment and appliances",
	"336": "Transportation equipment",
	"337": "Furniture",
	"339": "Miscellaneous manufacturing",
};

const OTHER = "-other";

/** The subsector that a NAICS code belongs to, "332"; "31-33-other" where only the sector is known; null without a code. */
export function subsectorOf(naics: string | null): string | null {
	if (!naics) return null;
	return naics.length >= 3 ? naics.slice(0, 3) : `${sectorOfCode(naics)}${OTHER}`;
}

const WIDE: ReadonlyArray<[sector: string, from: number, to: number]> = [
	["31-33", 31, 33],
	["44-45", 44, 45],
	["48-49", 48, 49],
];

function sectorOfCode(code: string): string {
	const two = Number(code.slice(0, 2));
	return WIDE.find(([, from, to]) => two >= from && two <= to)?.[0] ?? code.slice(0, 2);
}

/** The sector of a subsector: "332" and "31-33-other" are of "31-33". */
export function sectorOfSubsector(subsector: string): string {
	return subsector.endsWith(OTHER) ? subsector.slice(0, -OTHER.length) : sectorOfCode(subsector);
}

/** "332 Fabricated metal products". */
export function industryLabel(id: string): string {
	const sector = sectorOfSubsector(id);
	if (id.endsWith(OTHER)) return `${sector}, subsector not known`;
	return INDUSTRIES[id] ? `${id} ${INDUSTRIES[id]}` : `NAICS ${id}`;
}
