import type { z } from "zod";
import type { FieldFault } from "../../../shared/errors.ts";
import * as formats from "../../../shared/formats.ts";
import type { SmeRow } from "../database/rows.ts";
import { nameColumns } from "../name-matching/names.ts";

/** The fields of a manufacturer, as the mutations name them. */
export const SME_FIELDS = {
	name: { column: "name", csv: "sme_name", format: formats.text(200) },
	city: { column: "city", csv: "sme_city", format: formats.text(200) },
	state: { column: "state", csv: "sme_state", format: formats.state },
	naics: { column: "naics", csv: "naics", format: formats.naics },
	employees: { column: "employees", csv: "employees", format: formats.employees },
	largerGroup: { column: "larger_group", csv: "larger_group", format: formats.flag },
} as const satisfies Record<
	string,
	{ column: keyof SmeRow; csv: string; format: z.ZodType<string | number | boolean> }
>;

type FieldName = keyof typeof SME_FIELDS;
export type SmeDetails = {
	[F in FieldName]?: z.output<(typeof SME_FIELDS)[F]["format"]> | null;
};
const NAMES = Object.keys(SME_FIELDS) as FieldName[];

/** The columns of the given fields, trimmed, and the columns derived from them. */
export function smeColumnsOf(details: SmeDetails): Partial<SmeRow> {
	const columns: Partial<SmeRow> = Object.fromEntries(
		NAMES.flatMap((name) => {
			const value = details[name];
			if (value === undefined) return [];
			return [[SME_FIELDS[name].column, typeof value === "string" ? value.trim() : value]];
		}),
	);
	return { ...columns, ...(columns.name && nameColumns(columns.name)) };
}

export type Identified = { scheme: string; value: string };

export const plainIdentifier = ({ scheme, value }: Identified): Identified => ({
	scheme,
	value: value.trim().toUpperCase(),
});

const SCHEMES: Record<string, z.ZodType> = { UEI: formats.uei, CAGE: formats.cage };

/** Everything that is wrong with the fields of a manufacturer. */
export function smeFaults(
	details: SmeDetails & { identifiers?: Identified[] | null },
): FieldFault[] {
	const faults = NAMES.flatMap((path) => {
		const message = formats.faultOf(SME_FIELDS[path].format, details[path]);
		return message ? [{ path: path as string, message }] : [];
	});
	for (const [index, one] of (details.identifiers ?? []).map(plainIdentifier).entries()) {
		const format = SCHEMES[one.scheme];
		const message = format && formats.faultOf(format, one.value);
		if (message) faults.push({ path: `identifiers.${index}.value`, message });
	}
	return faults;
}
