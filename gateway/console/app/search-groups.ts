import type {
	OfferedNamesQuery,
	SearchCentersQuery,
	SearchInstitutesQuery,
	SearchManufacturersQuery,
} from "../graphql/graphql.ts";
import type { RecordType } from "../parts/addresses.ts";

/** A record, or a table of the statistics. */
type FoundType = RecordType | "Table";
/** One result: where it leads, its name, and what tells it from others of that name. */
type Found = { type: FoundType; id: string; name: string; about: string };
/** Results of one type; `total` counts those that are not listed, too. */
export type Group = { type: FoundType; found: Found[]; total: number };

type Answers = {
	institutes?: SearchInstitutesQuery;
	centers?: SearchCentersQuery;
	manufacturers?: SearchManufacturersQuery;
	offered?: OfferedNamesQuery;
	/** Tables of the statistics as the page calls them. */
	tables?: Array<{ id: string; name: string; about: string }>;
};

/** Most results of one type. */
const MOST = 6;

/** True if the text has every word, in any order, ignoring case. */
export function hasWords(text: string, search: string): boolean {
	// Not of the reader's language: in Turkish the small letter of I is another one.
	const plain = text.toLowerCase();
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

const joined = (...parts: Array<string | null | undefined>) => parts.filter(Boolean).join(", ");

/** The results of all searches, by type, without empty groups. */
export function groupsOf(search: string, answers: Answers): Group[] {
	const { institutes, centers, manufacturers, offered, tables = [] } = answers;
	const offers = (type: RecordType, list: OfferedNamesQuery["facilities"]["nodes"] = []) => {
		const found = list
			.filter(({ name, institute }) => hasWords(`${name} ${institute.name}`, search))
			.map(({ id, name, institute }) => ({ type, id, name, about: institute.name }));
		return { type, found: found.slice(0, MOST), total: found.length };
	};
	const networks = (offered?.networks ?? []).filter(({ name, nativeName }) =>
		hasWords(joined(name, nativeName), search),
	);
	const named = tables.filter(({ name, about }) => hasWords(joined(name, about), search));
	const groups: Group[] = [
		{
			type: "Institute",
			total: institutes?.institutes.totalCount ?? 0,
			found: (institutes?.institutes.nodes ?? []).map(
				({ id, name, nativeName, technologyArea }) => ({
					type: "Institute",
					id,
					name,
					about: joined(nativeName, technologyArea),
				}),
			),
		},
		{
			type: "MepCenter",
			total: centers?.mepCenters.totalCount ?? 0,
			found: (centers?.mepCenters.nodes ?? []).map(({ id, name, state }) => ({
				type: "MepCenter",
				id,
				name,
				about: state.replace("US-", ""),
			})),
		},
		{
			type: "Sme",
			total: manufacturers?.smes.totalCount ?? 0,
			found: (manufacturers?.smes.nodes ?? []).map(({ id, name, city, state }) => ({
				type: "Sme",
				id,
				name,
				about: joined(city, state?.replace("US-", "")),
			})),
		},
		{
			type: "Network",
			total: networks.length,
			found: networks.map(({ id, name, nativeName }) => ({
				type: "Network",
				id,
				name,
				about: nativeName ?? "",
			})),
		},
		offers("Facility", offered?.facilities.nodes),
		offers("Course", offered?.courses.nodes),
		offers("Technology", offered?.technologies.nodes),
		{
			type: "Table",
			total: named.length,
			found: named.slice(0, MOST).map((table) => ({ type: "Table", ...table })),
		},
	];
	return groups.filter(({ found }) => found.length > 0);
}
