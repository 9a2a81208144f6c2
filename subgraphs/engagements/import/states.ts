import { closest, distance } from "fastest-levenshtein";
import { shown } from "../../../shared/formats.ts";
import { type Reading, typed } from "./cells.ts";

/** ISO 3166-2 of the United States. */
const STATES: Record<string, string> = {
	AL: "Alabama",
	AK: "Alaska",
	AZ: "Arizona",
	AR: "Arkansas",
	CA: "California",
	CO: "Colorado",
	CT: "Connecticut",
	DE: "Delaware",
	DC: "District of Columbia",
	FL: "Florida",
	GA: "Georgia",
	HI: "Hawaii",
	ID: "Idaho",
	IL: "Illinois",
	IN: "Indiana",
	IA: "Iowa",
	KS: "Kansas",
	KY: "Kentucky",
	LA: "Louisiana",
	ME: "Maine",
	MD: "Maryland",
	MA: "Massachusetts",
	MI: "Michigan",
	MN: "Minnesota",
	MS: "Mississippi",
	MO: "Missouri",
	MT: "Montana",
	NE: "Nebraska",
	NV: "Nevada",
	NH: "New Hampshire",
	NJ: "New Jersey",
	NM: "New Mexico",
	NY: "New York",
	NC: "North Carolina",
	ND: "North Dakota",
	OH: "Ohio",
	OK: "Oklahoma",
	OR: "Oregon",
	PA: "Pennsylvania",
	RI: "Rhode Island",
	SC: "South Carolina",
	SD: "South Dakota",
	TN: "Tennessee",
	TX: "Texas",
	UT: "Utah",
	VT: "Vermont",
	VA: "Virginia",
	WA: "Washington",
	WV: "West Virginia",
	WI: "Wisconsin",
	WY: "Wyoming",
	AS: "American Samoa",
	GU: "Guam",
	MP: "Northern Mariana Islands",
	PR: "Puerto Rico",
	VI: "Virgin Islands",
};

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}]+/gu, "");

const CODES = new Map([
	...Object.entries(STATES).map(([code, name]) => [plain(name), code] as const),
	["washingtondc", "DC"],
	["usvirginislands", "VI"],
]);

/** How many wrong letters still make a name worth proposing. */
const NEAR = 3;

/** A state → ISO 3166-2: "ga", "Georgia" and "US-GA" are US-GA; another country's keeps its code, CA-ON. */
export const readState = typed((cell): Reading<string> => {
	const code = cell.toUpperCase().replaceAll(".", "").trim();
	const own = /^(?:US[- ])?([A-Z]{2})$/.exec(code)?.[1];
	if (own && STATES[own]) return { value: `US-${own}` };
	if (/^(?!US-)[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)) return { value: code };
	const named = CODES.get(plain(cell));
	if (named) return { value: `US-${named}` };
	const name = closest(plain(cell), [...CODES.keys()]);
	const near = CODES.get(name);
	const hint =
		near && distance(plain(cell), name) <= NEAR
			? `did you mean US-${near}, ${STATES[near]}?`
			: "write GA, Georgia or US-GA";
	return { value: null, fault: `${shown(cell)} is not a state; ${hint}` };
});
