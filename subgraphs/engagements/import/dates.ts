import { parsePartialDate } from "../../../shared/dates.ts";
import { shown } from "../../../shared/formats.ts";
import { type Reading, typed } from "./cells.ts";

/** The order of day and month in a file, where both are below 13; "MDY" means that 3/4/2024 is March 4. */
export type DateOrder = "MDY" | "DMY";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG_MONTHS = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
];
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Days since 1899-12-30, as spreadsheets count them: from 1950 to 2099. */
const SERIAL = /^(\d{5})(\.\d+)?$/;
const [FIRST_SERIAL, LAST_SERIAL] = [18_264, 73_050];

const two = (text: string) => text.padStart(2, "0");
const iso = (year: string, month: string, day?: string) =>
	[year, two(month), ...(day ? [two(day)] : [])].join("-");

function monthOf(name: string): string | undefined {
	const word = name.toLowerCase().replace(".", "");
	const index =
		word.length === 4 && word === "sept"
			? 8
			: Math.max(MONTHS.indexOf(word), LONG_MONTHS.indexOf(word));
	return index < 0 ? undefined : String(index + 1);
}

/** Reads formats that are unambiguous; undefined for other formats. */
function oneMeaning(text: string): string | undefined {
	const numbers = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
	if (numbers) return iso(numbers[1] ?? "", numbers[2] ?? "", numbers[3]);
	const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
	if (digits) return iso(digits[1] ?? "", digits[2] ?? "", digits[3]);
	const chinese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(text);
	if (chinese) return chinese[2] ? iso(chinese[1] ?? "", chinese[2], chinese[3]) : chinese[1];
	const monthOnly = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
	if (monthOnly) return iso(monthOnly[2] ?? "", monthOnly[1] ?? "");
	const named =
		/^(?<month>\p{L}+\.?)(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>\d{4})$/u.exec(text) ??
		/^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[ -])(?<month>\p{L}+\.?),?[ -](?<year>\d{4})$/u.exec(text);
	const { month, day, year } = named?.groups ?? {};
	const number = month && monthOf(month);
	return number && year ? iso(year, number, day) : undefined;
}

/** Reads day and month as numbers; the order tells them apart, or a number above 12. Otherwise the date is ambiguous. */
function dayAndMonth(text: string, order: DateOrder | undefined): Reading<string> | undefined {
	const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
	if (!first || !second || !year) return undefined;
	const american = iso(year, first, second);
	const european = iso(year, second, first);
	const possible = [...new Set([american, european])].filter((date) => parsePartialDate(date));
	const [only, other] = possible;
	if (order) {
		const said = order === "MDY" ? american : european;
		if (parsePartialDate(said)) return { value: said };
		const words = order === "MDY" ? "month/day/year" : "day/month/year";
		const hint = only ? `; if it means ${only}, write that` : "";
		return { value: null, fault: `${shown(text)} is no date in ${words}${hint}` };
	}
	if (!other) return only ? { value: only } : undefined;
	return {
		value: null,
		fault: `${shown(text)} may be ${american} or ${european}; write the one that it is, or say in which order the file writes dates: dates=mdy or dates=dmy`,
	};
}

function readPlain(cell: string, order: DateOrder | undefined): Reading<string> {
	const text = cell.replace(TIME, "").replace(/\s+/g, " ");
	if (/^\d{4}$/.test(text)) return { value: text };
	const serial = SERIAL.exec(text);
	if (serial) {
		const days = Number(serial[1]);
		if (days >= FIRST_SERIAL && days <= LAST_SERIAL)
			return { value: new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10) };
	}
	const meant = oneMeaning(text);
	if (meant && parsePartialDate(meant)) return { value: meant };
	return (
		dayAndMonth(text, order) ?? {
			value: null,
			fault: `${shown(cell)} is not a date; write 2018, 2018-03 or 2018-03-07`,
		}
	);
}

/**
 * A date as people and spreadsheets write it → 2018, 2018-03 or 2018-03-07. A time of day is dropped. An
 * ambiguous date is refused with both meanings, unless `order` is given.
 */
export const readDate = (cell: string, order?: DateOrder): Reading<string> =>
	typed((text) => readPlain(text, order))(cell);
