import type { ObservationRow } from "../../subgraphs/institutes/database/rows.ts";
import { acceptedFaults } from "./check-accepted.ts";
import type { Reader } from "./reader.ts";
import {
	breakSchema,
	decisionSchema,
	instituteMetricSchema,
	networkMetricSchema,
	observationSchema,
} from "./schemas.ts";

/** Maps the id of a document and a place in it to the source columns of a row. */
export type ToPlace = (row: {
	document: string;
	section: string | null;
	line: number | null;
}) => Pick<ObservationRow, "source_document" | "source_section" | "source_line"> & {
	source_document: string;
};

/** An observation as it is read, before what it is searched by is known. */
export type ReadObservation = Omit<ObservationRow, "search_text">;

type Page = { qualifier: string | null; value: number; as_printed?: string | null };

/** The figure as printed, with the qualifier of its source: "over 800". */
const printed = ({ qualifier, value, as_printed }: Page) =>
	as_printed ?? (qualifier ? `${qualifier} ${value}` : String(value));
const NETWORK_IDS = { MEP: "mep-national-network", "Manufacturing USA": "manufacturing-usa" };

/** Values of columns that web pages do not provide. */
const PAGE_DEFAULTS = {
	number: null,
	native_text: null,
	printed_value: null,
	party: null,
	accepted: true,
	reason: null,
	series_break: null,
	doubts: "",
	source_section: null,
	source_line: null,
};

function readMetrics(reader: Reader): ReadObservation[] {
	const instituteMetrics = reader.read("institute-metrics.csv", instituteMetricSchema);
	const networkMetrics = reader.read("network-metrics.csv", networkMetricSchema);
	const toObservation = (
		row: (typeof instituteMetrics)[number] | (typeof networkMetrics)[number],
	) => ({
		...PAGE_DEFAULTS,
		id: row.id,
		property: row.metric,
		value: row.value,
		unit: row.unit,
		text: row.note,
		as_printed: printed(row),
		source_document: new URL(row.source_url).host,
		source_url: row.source_url,
		read_on: row.read_on,
	});
	return [
		...instituteMetrics.map((row) => ({
			...toObservation(row),
			institute_id: row.institute_id,
			network_id: null,
			fiscal_year: null,
			as_of: row.as_of,
			as_of_words: row.as_of_words,
			period: row.period,
		})),
		...networkMetrics.map((row) => ({
			...toObservation(row),
			institute_id: null,
			network_id: NETWORK_IDS[row.network],
			fiscal_year: row.fiscal_year,
			as_of: String(row.fiscal_year),
			as_of_words: null,
			period: null,
		})),
	];
}

/** Reads all figures and facts of documents and web pages, with the decisions which to accept and the series breaks. */
export function readObservations(reader: Reader, toPlace: ToPlace): ReadObservation[] {
	const documentFacts = reader.read("observations.csv", observationSchema);
	const all: ReadObservation[] = [
		...documentFacts.map(({ document, section, line, ...row }) => ({
			...row,
			...toPlace({ document, section, line }),
			series_break: null,
			source_url: null,
			read_on: null,
		})),
		...readMetrics(reader),
	];
	reader.registerIds("figure", all);
	const decisions = new Map(
		reader
			.read("served-figures.csv", decisionSchema, "observation_id")
			.map(({ observation_id, ...decision }) => [observation_id, decision]),
	);
	const breaks = reader.read("series-breaks.csv", breakSchema);
	const observations = all.map((row) => {
		const seriesBreak = breaks.find((one) =>
			one.observation_id === null
				? one.network_id === row.network_id &&
					one.property === row.property &&
					one.fiscal_year === row.fiscal_year
				: one.observation_id === row.id,
		);
		const doubts = (decisions.get(row.id) ?? row).doubts;
		return {
			...row,
			...decisions.get(row.id),
			...(seriesBreak && {
				series_break: seriesBreak.reason,
				doubts: [...new Set([seriesBreak.doubt, ...doubts.split(";").filter(Boolean)])].join(";"),
			}),
		};
	});
	for (const { id, reason } of acceptedFaults(observations))
		reader.addFault(id, "accepted", reason);
	return observations;
}
