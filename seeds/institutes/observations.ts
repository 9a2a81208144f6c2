import type { ObservationRow } from "../../subgraphs/institutes/database/rows.ts";
import { acceptedFaults } from "./accepted.ts";
import type { Reader } from "./reader.ts";
import {
	breakSchema,
	instituteMetricSchema,
	networkMetricSchema,
	observationSchema,
	servedSchema,
} from "./schemas.ts";

/** Columns of a document's place, from the id of its document. */
export type ToPlace = (row: {
	document: string;
	section: string | null;
	line: number | null;
}) => Pick<ObservationRow, "source_document" | "source_section" | "source_line"> & {
	source_document: string;
};

type Page = { qualifier: string | null; value: number; as_printed?: string | null };

/** The figure with the words that its source puts on it: "over 800". */
const printed = ({ qualifier, value, as_printed }: Page) =>
	as_printed ?? (qualifier ? `${qualifier} ${value}` : String(value));
const NETWORK_IDS = { MEP: "mep-national-network", "Manufacturing USA": "manufacturing-usa" };

/** What web pages do not give. */
const FROM_PAGE = {
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

function ofPages(reader: Reader): ObservationRow[] {
	const ofInstitutes = reader.read("institute-metrics.csv", instituteMetricSchema);
	const ofNetworks = reader.read("network-metrics.csv", networkMetricSchema);
	const measured = (row: (typeof ofInstitutes)[number] | (typeof ofNetworks)[number]) => ({
		...FROM_PAGE,
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
		...ofInstitutes.map((row) => ({
			...measured(row),
			institute_id: row.institute_id,
			network_id: null,
			fiscal_year: null,
			as_of: row.as_of,
			as_of_words: row.as_of_words,
			period: row.period,
		})),
		...ofNetworks.map((row) => ({
			...measured(row),
			institute_id: null,
			network_id: NETWORK_IDS[row.network],
			fiscal_year: row.fiscal_year,
			as_of: String(row.fiscal_year),
			as_of_words: null,
			period: null,
		})),
	];
}

/** Every figure and fact: of the documents, of web pages, which of those that disagree is served, where a series breaks. */
export function readObservations(reader: Reader, toPlace: ToPlace): ObservationRow[] {
	const ofDocuments = reader.read("observations.csv", observationSchema);
	const all: ObservationRow[] = [
		...ofDocuments.map(({ document, section, line, ...row }) => ({
			...row,
			...toPlace({ document, section, line }),
			series_break: null,
			source_url: null,
			read_on: null,
		})),
		...ofPages(reader),
	];
	reader.knows("figure", all);
	const served = new Map(
		reader
			.read("served-figures.csv", servedSchema, "observation_id")
			.map(({ observation_id, ...decided }) => [observation_id, decided]),
	);
	const breaks = reader.read("series-breaks.csv", breakSchema);
	const decided = all.map((row) => {
		const found = breaks.find((one) =>
			one.observation_id === null
				? one.network_id === row.network_id &&
					one.property === row.property &&
					one.fiscal_year === row.fiscal_year
				: one.observation_id === row.id,
		);
		const doubts = (served.get(row.id) ?? row).doubts;
		return {
			...row,
			...served.get(row.id),
			...(found && {
				series_break: found.reason,
				doubts: [...new Set([found.doubt, ...doubts.split(";").filter(Boolean)])].join(";"),
			}),
		};
	});
	for (const { id, reason } of acceptedFaults(decided)) reader.blame(id, "accepted", reason);
	return decided;
}
