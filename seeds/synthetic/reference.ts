import { parsePartialDate } from "../../shared/dates.ts";
import type { Log } from "../../shared/log.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import { openInstitutes } from "../../subgraphs/institutes/subgraph.ts";
import { openMep } from "../../subgraphs/mep/subgraph.ts";

export type Institute = {
	id: string;
	/** First day of operation; "" if unknown. */
	opensOn: string;
	facilityIds: string[];
	courseIds: string[];
	technologyIds: string[];
};
export type Center = { id: string; state: string };
type Embedding = { center: Center; institute: Institute; firstDay: string; lastDay: string };
export type Reference = { centers: Center[]; institutes: Institute[]; embeddings: Embedding[] };

type Id = { id: string };
type Institutes = {
	institutes: {
		nodes: Array<
			Id & {
				headquarters: { country: string };
				milestones: Array<{ date: string }>;
				facilities: Id[];
				courses: Id[];
				technologies: Id[];
			}
		>;
	};
};
type Mep = {
	mepCenters: { nodes: Center[] };
	embeddings: {
		nodes: Array<{
			center: Id | null;
			institute: Id | null;
			startsOn: string | null;
			endsOn: string | null;
		}>;
	};
};

const INSTITUTES = `{ institutes(first: 200) { nodes {
	id headquarters { country } milestones { date } facilities { id } courses { id } technologies { id }
} } }`;
const MEP = `{
	mepCenters(first: 200) { nodes { id state } }
	embeddings(first: 200, where: { kinds: [EMBEDDED_STAFF] }) { nodes { center { id } institute { id } startsOn endsOn } }
}`;

async function query<T>(subgraph: Subgraph, document: string): Promise<T> {
	const { data, errors } = await subgraph.execute({
		query: document,
		viewer: PUBLIC,
		requestId: "generate",
	});
	if (errors?.[0]) throw errors[0];
	return data as T;
}

const idsOf = (nodes: Id[]) => nodes.map(({ id }) => id);

/** Reads the centers, institutes and embeddings of a data folder through their subgraphs. */
export async function readReference(dataDir: string, log: Log): Promise<Reference> {
	const ask = () => Promise.reject(new Error("the generator queries each subgraph directly"));
	const subgraphs = await Promise.all(
		[openInstitutes, openMep].map((open) => open({ dataDir, log, ask })),
	);
	const [institutesSubgraph, mepSubgraph] = subgraphs as [Subgraph, Subgraph];
	try {
		const [institutesData, mepData] = await Promise.all([
			query<Institutes>(institutesSubgraph, INSTITUTES),
			query<Mep>(mepSubgraph, MEP),
		]);
		// MEP centers serve manufacturers in the US, so only US institutes work with them.
		const american = institutesData.institutes.nodes.filter(
			(node) => node.headquarters.country === "US",
		);
		const institutes = american.map((node) => ({
			id: node.id,
			opensOn:
				node.milestones.flatMap(({ date }) => parsePartialDate(date)?.last ?? []).sort()[0] ?? "",
			facilityIds: idsOf(node.facilities),
			courseIds: idsOf(node.courses),
			technologyIds: idsOf(node.technologies),
		}));
		const centers = mepData.mepCenters.nodes;
		const embeddings = mepData.embeddings.nodes.flatMap((node) => {
			const center = centers.find(({ id }) => id === node.center?.id);
			const institute = institutes.find(({ id }) => id === node.institute?.id);
			const [start, end] = [
				parsePartialDate(node.startsOn ?? ""),
				parsePartialDate(node.endsOn ?? ""),
			];
			return center && institute && start && end
				? [{ center, institute, firstDay: start.last, lastDay: end.first }]
				: [];
		});
		return { centers, institutes, embeddings };
	} finally {
		for (const subgraph of subgraphs) await subgraph.close();
	}
}
