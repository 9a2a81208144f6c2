import type { ZodType } from "zod";
import { parsePartialDate } from "../../../shared/dates.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import { faultOf } from "../../../shared/formats.ts";
import { type Details, FIELD_NAMES, FIELDS, type FieldName } from "./fields.ts";

function dateFaults(details: Details, today: string): FieldFault[] {
	const faults: FieldFault[] = [];
	const [started, ended] = (["startedOn", "endedOn"] as const).map((path) => {
		const date = parsePartialDate(details[path] ?? "");
		if (date && date.first > today)
			faults.push({ path, message: `${date.text} lies in the future` });
		return date;
	});
	if (started && ended && ended.last < started.first)
		faults.push({ path: "endedOn", message: `${ended.text} is before startedOn, ${started.text}` });
	return faults;
}

/** Everything that is wrong with an engagement's details. `today` is a day, 2026-11-24. */
export function detailFaults(details: Details, today: string): FieldFault[] {
	const faults = dateFaults(details, today);
	const given = (path: FieldName) => details[path] !== null && details[path] !== undefined;
	if (!given("centerId") && !given("instituteId"))
		faults.push({ path: "centerId", message: "name a center, an institute or both" });
	for (const path of FIELD_NAMES) {
		const { format, kind }: { format: ZodType; kind?: string } = FIELDS[path];
		const message = faultOf(format, details[path]);
		if (message) faults.push({ path, message });
		if (given(path) && kind && kind !== details.kind)
			faults.push({ path, message: `belongs to ${kind} only, not to ${details.kind}` });
	}
	if (given("mrlFrom") && given("mrlTo") && Number(details.mrlTo) < Number(details.mrlFrom))
		faults.push({
			path: "mrlTo",
			message: `${details.mrlTo} is below mrlFrom, ${details.mrlFrom}`,
		});
	return faults;
}
