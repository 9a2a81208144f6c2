import { closest, distance } from "fastest-levenshtein";
import { shown } from "../../../shared/formats.ts";
import { STATES } from "../sme/states.ts";
import { type Reading, typed } from "./cells.ts";

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
