import type { Observation } from "../../../shared/provenance/provenance.ts";
import type { NetworkRow } from "../database/rows.ts";
import { documentSource } from "../observation/present.ts";
import type { FundingStage, Network, RevenueSource } from "./type.ts";

export function toNetwork(row: NetworkRow): Network {
	return {
		id: row.id,
		name: row.name,
		nativeName: row.native_name,
		formerNames: row.former_names.split(";").filter(Boolean),
		country: row.country,
		fiscalYearStartMonth: row.fiscal_year_start_month,
		source: documentSource(row),
		office: row.program_office
			? { name: row.program_office, within: row.program_office_within }
			: null,
	};
}

const texts = (observations: Observation[]) => observations.flatMap(({ text }) => text ?? []);

function toRevenue(funder: Observation, observed: Observation[]): RevenueSource {
	const his = (property: string) =>
		texts(observed.filter((one) => one.property === property && one.party === funder.text));
	return {
		funder: funder.text ?? "",
		nativeFunder: funder.nativeText,
		activities: his("funded_activity"),
		revenue: his("revenue_source"),
		source: funder.source,
	};
}

/** The stages of funding in a network's observations, with the revenue of each. */
export function toFundingStages(observed: Observation[]): FundingStage[] {
	const named = (property: string, number?: number | null) =>
		observed.filter((one) => one.property === property && (!number || one.number === number));
	return named("funding_stage").map((stage) => {
		const paying = new Set(named("revenue_source", stage.number).map(({ party }) => party));
		return {
			number: stage.number ?? 0,
			name: texts(named("funding_stage_name", stage.number))[0] ?? "",
			model: stage.text ?? "",
			nativeModel: stage.nativeText,
			instruments: texts(named("funding_stage_instrument", stage.number)),
			duration: texts(named("funding_stage_duration", stage.number))[0],
			revenue: named("funder")
				.filter(({ text }) => paying.has(text))
				.map((funder) => toRevenue(funder, observed)),
			source: stage.source,
		};
	});
}
