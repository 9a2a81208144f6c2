import DataLoader from "dataloader";
import { buildSchema, execute, parse } from "graphql";
import { serveAnswers } from "./answer.ts";
import { openTables, type Tables } from "./tables.ts";

const schema = buildSchema(`
	type Query { sme(id: ID!): Sme  mepCenters(first: Int): Centers!  traceTotals(by: [TraceDimension!]!): [Total!]! }
	enum ServiceKind { FACILITY_ACCESS TRAINING TECH_TRANSFER ASSISTANCE REFERRAL EVENT }
	enum TraceDimension { KIND CENTER INSTITUTE SME SME_STATE NAICS_SECTOR FISCAL_YEAR }
	input Where { kinds: [ServiceKind!] }
	type Sme { id: ID!  name: String!  state: String  engagements(first: Int): Engagements! }
	type Center { id: ID!  name: String!  engagements(first: Int, where: Where): Engagements! }
	type Institute { id: ID!  name: String! }
	type Engagement { id: ID!  kind: ServiceKind!  startedOn: String  sme: Sme!  center: Center  institute: Institute }
	type Engagements { nodes: [Engagement!]! }
	type Centers { nodes: [Center!]! }
	type Total { kind: ServiceKind  center: Center  engagementCount: Int  smeCount: Int }
`);

type Named = { id: string; name: string };
type EngagementRow = {
	id: string;
	kind: string;
	started_on: string;
	sme_id: string;
	center_id: string | null;
	institute_id: string | null;
};

const [port, dataDir] = process.argv.slice(2) as [string, string];
const tables = await openTables(dataDir);

function byId<T extends { id: string }>(statement: string, shape: (row: T) => object) {
	return new DataLoader<string, object | null>(async (ids) => {
		const rows = await tables.all<T>(`${statement} WHERE id IN (${ids.map(() => "?").join()})`, [
			...ids,
		]);
		const found = new Map(rows.map((row) => [row.id, row]));
		return ids.map((id) => {
			const row = found.get(id);
			return row ? shape(row) : null;
		});
	});
}

type ListArgs = { first: number; where?: { kinds?: string[] } };

function createRoot({ all }: Tables) {
	const smes = byId<Named & { state: string }>("SELECT id, name, state FROM smes", (row) => ({
		...row,
		engagements: listOf("sme_id", row.id),
	}));
	const centers = byId<Named>("SELECT id, name FROM mep.mep_centers", centerOf);
	const institutes = byId<Named>("SELECT id, name FROM institutes.institutes", (row) => row);
	const lists = new DataLoader<{ column: string; id: string; args: ListArgs }, object[], string>(
		async (keys) => {
			const [{ column, args }] = keys as [(typeof keys)[number]];
			const kinds = args.where?.kinds;
			const one = `SELECT * FROM (SELECT ${column} AS parent, id, kind, started_on, sme_id, center_id, institute_id FROM engagements
				WHERE ${column} = ? AND visibility = 'PUBLIC' AND status IN ('APPROVED', 'REPORTED', 'AMENDED')${kinds ? ` AND kind IN (${kinds.map(() => "?").join()})` : ""}
				ORDER BY started_first DESC, id DESC LIMIT ${Number(args.first)})`;
			const rows = await all<EngagementRow & { parent: string }>(
				keys.map(() => one).join(" UNION ALL "),
				keys.flatMap(({ id }) => [id, ...(kinds ?? [])]),
			);
			const found = new Map<string, object[]>(keys.map(({ id }) => [id, []]));
			for (const row of rows) found.get(row.parent)?.push(engagementOf(row));
			return keys.map(({ id }) => found.get(id) ?? []);
		},
		{ cacheKeyFn: (key) => JSON.stringify(key) },
	);
	function listOf(column: string, id: string) {
		return async (args: ListArgs) => ({ nodes: await lists.load({ column, id, args }) });
	}
	function centerOf(row: Named) {
		return { ...row, engagements: listOf("center_id", row.id) };
	}
	function engagementOf(row: EngagementRow) {
		return {
			id: row.id,
			kind: row.kind,
			startedOn: row.started_on,
			sme: () => smes.load(row.sme_id),
			center: () => row.center_id && centers.load(row.center_id),
			institute: () => row.institute_id && institutes.load(row.institute_id),
		};
	}
	return {
		sme: ({ id }: { id: string }) => smes.load(id),
		mepCenters: async ({ first }: { first: number }) => ({
			nodes: (
				await all<Named>(`SELECT id, name FROM mep.mep_centers ORDER BY id LIMIT ${Number(first)}`)
			).map(centerOf),
		}),
		async traceTotals() {
			const rows = await all<{
				kind: string;
				center_id: string | null;
				engagements: number;
				smes: number;
			}>(
				`SELECT kind, center_id, COUNT(*) AS engagements, COUNT(DISTINCT sme_id) AS smes FROM engagements
				WHERE visibility = 'PUBLIC' AND status IN ('APPROVED', 'REPORTED', 'AMENDED') GROUP BY kind, center_id`,
			);
			return rows.map((row) => ({
				kind: row.kind,
				center: () => row.center_id && centers.load(row.center_id),
				engagementCount: row.engagements,
				smeCount: row.smes,
			}));
		},
	};
}

serveAnswers(Number(port), async ({ query, variables }) =>
	JSON.stringify(
		await execute({
			schema,
			document: parse(query),
			rootValue: createRoot(tables),
			variableValues: variables,
		}),
	),
);
