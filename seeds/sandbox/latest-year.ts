import type { Institute, Reference } from "../synthetic/reference.ts";
import type { Ask } from "../synthetic/with-engagements.ts";
import { logPlanned, type Staff } from "./log-engagement.ts";
import { registerMakers } from "./manufacturers.ts";
import { reportOutcomes } from "./outcomes.ts";
import { yearUpTo } from "./plan.ts";

const REPORT_QUARTER =
	"mutation($centerId: ID!, $fiscalYear: Int!, $quarter: Int!) { reportQuarter(centerId: $centerId, fiscalYear: $fiscalYear, quarter: $quarter) { fiscalYear } }";

function institutesWithFacilities({ institutes }: Reference, today: string): Institute[] {
	const yearAgo = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
	return institutes.filter(
		({ facilityIds, opensOn }) => facilityIds.length > 0 && opensOn !== "" && opensOn < yearAgo,
	);
}

/** Enters the year up to `today` of a center: manufacturers, engagements in all states, reported quarters, outcomes. */
export async function addLatestYear(
	ask: Ask,
	{ center, today, reference }: { center: string; today: string; reference: Reference },
): Promise<void> {
	const people: Staff = {
		staff: { role: "FIELD_STAFF", subject: `staff-${center} (synthetic)`, center },
		manager: { role: "CENTER_MANAGER", subject: `manager-${center} (synthetic)`, center },
	};
	const makers = await registerMakers(ask, people.staff, center);
	const institutes = institutesWithFacilities(reference, today);
	const reported = new Map<string, Parameters<typeof reportOutcomes>[3][number]>();
	for (const { fiscalYear, quarter, isReported, engagements } of yearUpTo(today)) {
		for (const planned of engagements) {
			const maker = makers[planned.index % makers.length] as (typeof makers)[number];
			const institute = institutes[planned.index % institutes.length] as Institute;
			const id = await logPlanned(ask, people, center, { ...planned, smeId: maker.id, institute });
			if (isReported && planned.step === "approve")
				reported.set(maker.id, { ...maker, id, smeId: maker.id, startedOn: planned.startedOn });
		}
		if (isReported)
			await ask(REPORT_QUARTER, { centerId: center, fiscalYear, quarter }, people.manager);
	}
	await reportOutcomes(ask, people, center, [...reported.values()]);
}
