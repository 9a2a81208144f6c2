import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrameworkHub, startFrameworkHub } from "../support/frameworks/hub.ts";
import { type FrameworkPartner, PARTNERS } from "../support/frameworks/partners.ts";
import { startFramework } from "../support/frameworks/server.ts";
import { ADMIN, activate, publish, registerPartner } from "../support/registry-fixture.ts";

const GRANT = "mutation($input: GrantPartnerInput!) { grantPartner(input: $input) { id } }";
let hub: FrameworkHub;
beforeAll(async () => {
	hub = await startFrameworkHub();
});
afterAll(() => hub.close());

/** Has a partner served, as its engineers would. */
async function serve({ id, sdl, grants }: FrameworkPartner, url: string): Promise<void> {
	const partner = await registerPartner(hub, id, { quota: { timeoutMs: 10_000 } });
	for (const grant of grants)
		await hub.data(
			GRANT,
			{
				input: {
					partnerId: id,
					purpose: "to answer its own fields",
					consumer: "its advisers",
					...grant,
				},
			},
			ADMIN,
		);
	const subgraph = { name: `${id}-data`, url, schema: sdl };
	const { report } = await publish(hub, partner, subgraph);
	const errors = report.findings.filter(
		({ severity }: { severity: string }) => severity === "ERROR",
	);
	expect(errors).toEqual([]);
	const activated = await activate(hub, partner, { name: subgraph.name });
	expect(activated.report.passed).toBe(true);
}

/** The answer, as soon as the gateway serves the partner. */
async function answerTo(query: string) {
	for (const end = Date.now() + 40_000; ; ) {
		const body = await hub.ask(query);
		const waits = body.errors?.some(({ message }) => /Cannot query field/.test(message));
		if (!waits || Date.now() > end) return body;
		await new Promise((done) => setTimeout(done, 50));
	}
}

describe.each(PARTNERS)("a partner with $framework", (partner) => {
	let server: Awaited<ReturnType<typeof startFramework>>;
	beforeAll(async () => {
		server = await startFramework(partner.sdl, partner.resolvers, partner.manner);
	});
	afterAll(() => server.close());

	it("is checked, published, activated and answers through the hub", async () => {
		await serve(partner, server.url);
		for (const [title, query, data] of partner.questions)
			expect([title, await answerTo(query)]).toEqual([title, { data }]);
	}, 180_000);

	it("fails in one field only, and its words stay inside", async () => {
		const [query, data, paths] = partner.failing;
		const body = await answerTo(query);
		expect(body.data).toEqual(data);
		expect(body.errors?.map(({ path }) => path)).toEqual(paths);
		expect(JSON.stringify(body)).not.toMatch(/10\.0\.0\.7|java\.lang|HC0008/);
	});
});
