import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { writeOnce } from "../../../shared/write-once.ts";
import { signProof } from "../../../subgraphs/registry/proof/sign.ts";
import { developmentToken } from "../../viewer/development.ts";
import { askHub, type HubOptions } from "../partner/ask.ts";
import { untilServed } from "../partner/served.ts";

const PARTNER = "credentials-registry";
const SUBGRAPH = "credentials";
const SCHEMA = new URL("../../../subgraphs/examples/credentials/schema.graphql", import.meta.url);

type Finding = { severity: string; message: string };
type Report = { report: { passed: boolean; findings: Finding[] } };

const REPORT = "report { passed findings { severity message } }";

async function register(admin: HubOptions, key: JWK): Promise<void> {
	const { d: _, ...publicKey } = key;
	const input = {
		id: PARTNER,
		name: "Example credentials registry (synthetic)",
		contacts: [{ email: "data@example.org" }],
		key: JSON.stringify(publicKey),
	};
	await askHub(
		admin,
		"mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }",
		{ input },
	);
}

/** The partner's private key; its file is there before the partner is registered, so that a kill in between loses nothing. */
async function partnerKey(dataDir: string): Promise<JWK> {
	const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
	const file = join(dataDir, "sandbox-partner.json");
	writeOnce(file, JSON.stringify(await exportJWK(privateKey)));
	return JSON.parse(readFileSync(file, "utf8"));
}

type Standing = {
	registry: { id: string };
	partners: Array<{ id: string }>;
	subgraph: {
		activeVersion: number | null;
		canary: { version: number } | null;
		versions: Array<{ version: number; url: string }>;
	} | null;
};

const STANDING =
	"query($name: String!) { registry { id } partners { id } subgraph(name: $name) { activeVersion canary { version } versions { version url } } }";

function checked({ report: { passed, findings } }: Report): void {
	const errors = findings.filter(({ severity }) => severity === "ERROR");
	if (!passed) throw new Error(errors.map(({ message }) => message).join(" "));
}

/**
 * Registers the example of a partner and serves its subgraph at `url`, as far as this has not been done: a start that was
 * killed half-way is continued by the next one. Returns when its fields are in the graph.
 */
export async function joinPartner(hub: string, dataDir: string, url: string): Promise<void> {
	const key = await partnerKey(dataDir);
	const viewer = { role: "HUB_ADMIN", subject: "admin-1 (synthetic)" } as const;
	const admin = { hub, token: await developmentToken(dataDir, viewer, 1) };
	const { registry, partners, subgraph } = await askHub<Standing>(admin, STANDING, {
		name: SUBGRAPH,
	});
	if (!partners.some(({ id }) => id === PARTNER)) await register(admin, key);
	const about = { hub: registry.id, partner: PARTNER, subgraph: SUBGRAPH };
	let version = subgraph?.versions.find((one) => one.url === url)?.version;
	if (version === undefined) {
		const schema = readFileSync(SCHEMA, "utf8");
		const input = { partnerId: PARTNER, name: SUBGRAPH, schema, url };
		const proof = await signProof(key, { ...about, action: "publishSubgraph" }, input);
		const { publishSubgraph } = await askHub<{
			publishSubgraph: Report & { version: { version: number } | null };
		}>(
			{ hub },
			`mutation($input: PublishSubgraphInput!, $proof: String) { publishSubgraph(input: $input, proof: $proof) { ${REPORT} version { version } } }`,
			{ input, proof },
		);
		checked(publishSubgraph);
		version = publishSubgraph.version?.version as number;
	}
	if (version !== (subgraph?.canary?.version ?? subgraph?.activeVersion)) {
		const input = { name: SUBGRAPH, version };
		const proof = await signProof(key, { ...about, action: "activateSubgraph" }, input);
		const { activateSubgraph } = await askHub<{ activateSubgraph: Report }>(
			{ hub },
			`mutation($input: ActivateSubgraphInput!, $proof: String) { activateSubgraph(input: $input, proof: $proof) { ${REPORT} } }`,
			{ input, proof },
		);
		checked(activateSubgraph);
	}
	await untilServed({ hub }, SUBGRAPH, version);
}
