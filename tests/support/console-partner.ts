import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Actor, Viewer } from "../../shared/viewer/viewer.ts";
import type { ConsoleSite } from "./console.ts";
import { type PartnerServer, startPartner } from "./partner-server.ts";
import { ADMIN, activate, LINK, publish, registerPartner } from "./registry-fixture.ts";
import type { Asker } from "./subgraph.ts";

const NAME = "ranks";

const SCHEMA = `${LINK}
type Sme @key(fields: "id") {
  id: ID! @external
  "Rank of its apprentices among those of the college."
  collegeRank: Int
  "Credentials of its staff."
  collegeCredentials(first: Int = 20): [Credential!] @listSize(slicingArguments: ["first"])
}
"A credential." type Credential @key(fields: "id") { id: ID! title: String }
type Query { "What the college is called." collegeName: String }`;

const RESOLVERS = {
	Sme: { collegeRank: () => 7, collegeCredentials: () => [] },
	Query: { collegeName: () => "Tech" },
};

/** A partner with its keys, a served version, a canary, and a grant. */
export type Federated = {
	server: PartnerServer;
	asker: Asker;
	/** Headers of a viewer's requests. */
	as(actor: Actor): Promise<{ authorization: string }>;
};

/** Asks the hub of a console over HTTP. */
function askerOver(site: ConsoleSite): Asker {
	async function run(query: string, variables: object, viewer?: Viewer) {
		const token =
			viewer &&
			viewer.role !== "PUBLIC" &&
			(await developmentToken(site.dataDir, viewer as Actor, 1));
		const response = await fetch(`${site.url}/graphql`, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				...(token && { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify({ query, variables }),
		});
		return response.json();
	}
	return {
		statements: [],
		answer: (query, variables = {}, viewer) => run(query, variables, viewer),
		async data(query, variables = {}, viewer) {
			const { data, errors } = await run(query, variables, viewer);
			if (errors) throw new Error(JSON.stringify(errors));
			return data;
		},
		async refusals(query, variables = {}, viewer) {
			const { errors = [] } = await run(query, variables, viewer);
			return errors.map((error: { message: string; extensions?: { code?: string } }) => [
				error.message,
				error.extensions?.code,
			]);
		},
	};
}

/** Registers a partner at the hub of a console, and publishes and activates its subgraph. */
export async function federate(site: ConsoleSite): Promise<Federated> {
	const server = await startPartner(SCHEMA, RESOLVERS);
	const asker = askerOver(site);
	const college = await registerPartner(asker, "college");
	const subgraph = { name: NAME, url: server.url, schema: SCHEMA };
	await publish(asker, college, subgraph);
	await activate(asker, college, { name: NAME });
	const next = SCHEMA.replace("Rank of", "The rank of");
	await publish(asker, college, { ...subgraph, schema: next });
	await activate(asker, college, { name: NAME, version: 2, share: 10 });
	await asker.data(
		'mutation { grantPartner(input: { partnerId: "college", kind: REQUIRES_FIELD, type: "Sme", field: "state", purpose: "Ranks by state", consumer: "The college" }) { id } }',
		{},
		ADMIN,
	);
	return {
		server,
		asker,
		as: async (actor) => ({
			authorization: `Bearer ${await developmentToken(site.dataDir, actor, 1)}`,
		}),
	};
}
