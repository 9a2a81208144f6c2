import type { HostKind } from "../../../shared/host-kind.ts";
import { plainObservation, webSource } from "../../../shared/provenance/provenance.ts";
import type { AwardRow, CenterRow } from "../database/rows.ts";
import { coverageOf } from "./rules.ts";
import type { Award, AwardCoverage, MepCenter } from "./type.ts";

/** Row → API type; columns that were not read stay undefined. */
export function toCenter(row: CenterRow): MepCenter {
	return {
		id: row.id,
		name: row.name,
		state: row.state,
		hostOrganization: row.host_organization,
		hostKind: row.host_kind as HostKind | null,
		city: row.city,
		website: row.website,
		note: row.note,
		asOf: row.as_of,
		source:
			row.source_url === undefined ? (undefined as never) : webSource(row.source_url, row.read_on),
	};
}

export function toAward(row: AwardRow): Award {
	return {
		id: row.id,
		amount: { amount: row.amount_usd, currency: "USD" },
		fiscalYear: row.fiscal_year,
		period: row.period,
		coverage: coverageOf(row.period) as AwardCoverage,
		source: webSource(row.source_url, row.read_on),
	};
}

const OBSERVATION = "-observation";

/** The award of an observation's id; undefined if it is no such id. */
export function awardIdOf(observationId: string): string | undefined {
	return observationId.endsWith(OBSERVATION)
		? observationId.slice(0, -OBSERVATION.length)
		: undefined;
}

/** An award as an observation, which has its own id. */
export function toAwardObservation(row: AwardRow) {
	return plainObservation({
		id: `${row.id}${OBSERVATION}`,
		subjectType: "MepCenter",
		subjectId: row.center_id,
		property: "federal_award",
		value: row.amount_usd,
		unit: "usd",
		period: row.period,
		asOf: row.fiscal_year === null ? null : String(row.fiscal_year),
		fiscalYear: row.fiscal_year,
		source: webSource(row.source_url, row.read_on),
	});
}
