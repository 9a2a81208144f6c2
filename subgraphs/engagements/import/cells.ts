import { shown } from "../../../shared/formats.ts";

/** The value of a cell as people type it, or what is wrong with it. An empty cell is null. */
export type Reading<T> = { value: T | null; fault?: string };

const LOST = "\uFFFD";
const ERROR_VALUE = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
const NOTHING = /^(n\/a|[-–—])$/i;

/** Removes zero-width characters, and blanks at both ends. */
const bare = (cell: string) => cell.replace(/[\u200B\u2060\uFEFF]/g, "").trim();

export function readText(cell: string): Reading<string> {
	const value = bare(cell);
	if (value.includes(LOST))
		return {
			value: null,
			fault: `${shown(value)} has lost characters: what wrote the file did not know how they are encoded; correct the cell, or send the file with its true encoding (for example encoding=windows-1252)`,
		};
	if (ERROR_VALUE.test(value))
		return {
			value: null,
			fault: `${value} is a spreadsheet's error; correct the formula or empty the cell`,
		};
	return { value: value || null };
}

/** A reader of cells that are not free text: half and full width are equal, and "n/a" or a dash is empty. */
export function typed<T>(read: (cell: string) => Reading<T>): (cell: string) => Reading<T> {
	return (cell) => {
		const { value, fault } = readText(cell);
		if (fault) return { value: null, fault };
		const plain = value?.normalize("NFKC").trim();
		if (!plain || NOTHING.test(plain)) return { value: null };
		return read(plain);
	};
}

const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+|(?=\.))(\.\d+)?$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

function toNumber(text: string, cell: string): Reading<number> {
	if (NUMBER.test(text)) return { value: Number(text.replace(/[, ]/g, "")) };
	const hint = DECIMAL_COMMA.test(text)
		? `write ${text.replace(",", ".")}, with a point`
		: "write it in digits, for example 5000, 5,000 or 0.5";
	return { value: null, fault: `${shown(cell)} is not a number; ${hint}` };
}

export const readNumber = typed((cell) => toNumber(cell, cell));

/** US dollars in whole units: 5000, 5,000, $5,000 or 5000 USD. */
export const readDollars = typed((cell): Reading<number> => {
	const amount = cell.replace(/^(US ?\$|\$|USD) ?/i, "").replace(/ ?USD$/i, "");
	if (/\p{Sc}/u.test(amount) || /^[A-Z]{3} ?\d|\d ?[A-Z]{3}$/i.test(amount))
		return { value: null, fault: `${shown(cell)} is not in US dollars; the column is` };
	return toNumber(amount, cell);
});

const FLAGS: Record<string, boolean> = {
	true: true,
	yes: true,
	y: true,
	"1": true,
	是: true,
	false: false,
	no: false,
	n: false,
	"0": false,
	否: false,
};

export const readFlag = typed((cell): Reading<boolean> => {
	const value = FLAGS[cell.toLowerCase()];
	if (value !== undefined) return { value };
	return { value: null, fault: `${shown(cell)} is neither; write true or false` };
});

/** A code as the API writes it: "Supply chain" is SUPPLY_CHAIN. */
export const readWord = typed((cell): Reading<string> => {
	if (!/^[\p{L}\p{N}\s&/-]+$/u.test(cell.replaceAll("_", " "))) return { value: cell };
	const words = cell.toUpperCase().replaceAll("&", " AND ").trim();
	return { value: words.replace(/[\s_/-]+/g, "_") };
});

const KINDS: Record<string, string> = {
	OTHER: "ASSISTANCE",
	TECHNICAL_ASSISTANCE: "ASSISTANCE",
	TECHNOLOGY_TRANSFER: "TECH_TRANSFER",
	TECHTRANSFER: "TECH_TRANSFER",
	FACILITY_USE: "FACILITY_ACCESS",
	ACCESS_TO_FACILITY: "FACILITY_ACCESS",
	ACCESS_TO_FACILITIES: "FACILITY_ACCESS",
	WORKFORCE_TRAINING: "TRAINING",
};

/** A kind of service: TECH_TRANSFER, "Tech transfer", "technology transfer". Whether the kind exists is checked later. */
export const readKind = (cell: string): Reading<string> => {
	const { value, fault } = readWord(cell);
	return fault ? { value: null, fault } : { value: value && (KINDS[value] ?? value) };
};
