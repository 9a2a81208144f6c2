import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FrameworkHub, startFrameworkHub } from "../support/frameworks/hub.ts";
import { type PartnerServer, startPartner } from "../support/partner-server.ts";
import {
	ADMIN,
	activate,
	LINK,
	type PartnerFixture,
	publish,
	registerPartner,
} from "../support/registry-fixture.ts";
import { type Receiver, startReceiver } from "../support/webhook-receiver.ts";

const SDL = `${LINK}type Query { collegeName: String }`;

let hub: FrameworkHub;
let server: PartnerServer;
let receiver: Receiver;
let college: PartnerFixture;
beforeAll(async () => {
	hub = await startFrameworkHub({ tellMs: 50 });
	receiver = await startReceiver();
	server = await startPartner(SDL, { Query: { collegeName: () => "Ann's" } });
	college = await registerPartner(hub, "college", { quota: { timeoutMs: 10_000 } });
});
afterAll(async () => {
	await hub.close();
	await server.close();
	await receiver.close();
});

async function until<T>(ready: () => Promise<T | undefined>): Promise<T> {
	for (const end = Date.now() + 40_000; Date.now() < end; ) {
		const found = await ready();
		if (found !== undefined) return found;
		await sleep(50);
	}
	throw new Error("it did not happen in time");
}

it("a running gateway tells a partner by webhook, and records how its calls went", async () => {
	const { url } = receiver;
	const proof = await college.proof("setWebhookEndpoint", "", { url });
	const { setWebhookEndpoint } = await hub.data(
		'mutation($url: String!, $proof: String) { setWebhookEndpoint(partnerId: "college", url: $url, proof: $proof) { secret } }',
		{ url, proof },
	);
	await publish(hub, college, { name: "names", url: server.url, schema: SDL });
	await activate(hub, college, { name: "names" });
	await until(async () => (receiver.received.length >= 2 ? true : undefined));
	const types = receiver.received.map(({ headers, body }) => {
		const told = new Webhook(setWebhookEndpoint.secret).verify(
			body,
			headers as Record<string, string>,
		);
		return (told as { type: string }).type;
	});
	expect(types.sort()).toEqual(["subgraph.canary_begun", "subgraph.published"]);

	await until(async () => ((await hub.ask("{ collegeName }")).data ? true : undefined));
	server.behave((_, response) => response.writeHead(500).end("no"));
	await hub.ask("{ collegeName }");
	const day = new Date().toISOString().slice(0, 10);
	const standing = await until(async () => {
		const { partnerStanding } = await hub.data(
			'query($day: String!) { partnerStanding(partnerId: "college", from: $day, to: $day) { subgraph calls faults errorShare days { version calls p95Ms } } }',
			{ day },
			ADMIN,
		);
		return partnerStanding[0].faults > 0 ? partnerStanding[0] : undefined;
	});
	expect(standing).toMatchObject({ subgraph: "names", faults: 1, days: [{ version: 1 }] });
	expect(standing.calls).toBeGreaterThan(1);
	expect(standing.days[0].p95Ms).toBeGreaterThan(0);
});
