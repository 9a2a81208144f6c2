import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { LEASE_MS, MOST_ATTEMPTS } from "../../subgraphs/registry/webhook/rules.ts";
import {
	ADMIN,
	openRegistryFixture,
	type PartnerFixture,
	type RegistryFixture,
} from "../support/registry-fixture.ts";
import { OFFICE } from "../support/viewers.ts";
import { type Receiver, startReceiver } from "../support/webhook-receiver.ts";

const SET = `mutation($partnerId: ID!, $url: String!, $proof: String) {
  setWebhookEndpoint(partnerId: $partnerId, url: $url, proof: $proof) { secret endpoint { id url disabledAt } }
}`;
const SUSPEND = `mutation($id: ID!, $reason: String!) { suspendPartner(id: $id, reason: $reason) { id } }`;
const REINSTATE = `mutation($id: ID!, $reason: String!) { reinstatePartner(id: $id, reason: $reason) { id } }`;
const DELIVERIES = `query($partnerId: ID!, $status: WebhookDeliveryStatus, $proof: String) {
  webhookDeliveries(partnerId: $partnerId, status: $status, proof: $proof) {
    totalCount nodes { id status attempts nextAttemptAt lastError event { id kind mail { subject text } } }
  }
}`;
const REPLAY = `mutation($id: ID!, $proof: String) {
  replayWebhookDelivery(id: $id, proof: $proof) { id status attempts lastError }
}`;
const REMOVE =
	"mutation($id: ID!, $proof: String) { removeWebhookEndpoint(id: $id, proof: $proof) }";

let hub: RegistryFixture;
let partner: PartnerFixture;
let receiver: Receiver;
let count = 0;
beforeAll(async () => {
	hub = await openRegistryFixture();
	receiver = await startReceiver();
});
afterAll(async () => {
	await hub.close();
	await receiver.close();
});
beforeEach(async () => {
	partner = await hub.partner(`college-${String.fromCharCode(97 + count++)}`);
	receiver.received.length = 0;
	receiver.answer(204);
});

async function setEndpoint(url = receiver.url) {
	const proof = await partner.proof("setWebhookEndpoint", "", { url });
	return (await hub.data(SET, { partnerId: partner.id, url, proof })).setWebhookEndpoint;
}

/** Something that the partner is told: one event. */
async function happen(): Promise<void> {
	const variables = { id: partner.id, reason: "a test" };
	await hub.data(SUSPEND, variables, ADMIN);
}

/** The same, with the partner let in again. */
async function happenTwice(): Promise<void> {
	await happen();
	await hub.data(REINSTATE, { id: partner.id, reason: "it is over" }, ADMIN);
}

async function deliveries(status?: string) {
	const variables = { partnerId: partner.id, status };
	return (await hub.data(DELIVERIES, variables, ADMIN)).webhookDeliveries.nodes;
}

const after = (ms: number) => new Date(Date.now() + ms);

describe("a webhook", () => {
	it("is signed as Standard Webhooks has it, with a secret that is told once", async () => {
		const { secret, endpoint } = await setEndpoint();
		await happen();
		await hub.registry.tellPartners();
		expect(receiver.received).toHaveLength(1);
		const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
		const told = new Webhook(secret).verify(body, headers as Record<string, string>);
		expect(told).toMatchObject({
			type: "subgraph.suspended",
			data: { partnerId: partner.id, reason: "a test", actor: "HUB_ADMIN" },
		});
		expect(() =>
			new Webhook(secret).verify(`${body} `, headers as Record<string, string>),
		).toThrow();
		const read = `query($partnerId: ID!) { webhookEndpoints(partnerId: $partnerId) { id url } }`;
		const { webhookEndpoints } = await hub.data(read, { partnerId: partner.id }, ADMIN);
		expect(webhookEndpoints).toEqual([{ id: endpoint.id, url: receiver.url }]);
	});

	it("to the same address set again has a new secret and no second endpoint", async () => {
		const before = await setEndpoint();
		const now = await setEndpoint();
		expect(now.endpoint.id).toBe(before.endpoint.id);
		expect(now.secret).not.toBe(before.secret);
		await happen();
		await hub.registry.tellPartners();
		const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
		expect(receiver.received).toHaveLength(1);
		const verified = (secret: string) =>
			new Webhook(secret).verify(body, headers as Record<string, string>);
		expect(() => verified(before.secret)).toThrow();
		expect(verified(now.secret)).toMatchObject({ type: "subgraph.suspended" });
	});

	it("tells nothing that was before it, and each event once", async () => {
		await happenTwice();
		await setEndpoint();
		await hub.registry.tellPartners();
		expect(receiver.received).toEqual([]);
		await happen();
		await hub.registry.tellPartners();
		await hub.registry.tellPartners(after(3_600_000));
		expect(receiver.received).toHaveLength(1);
	});

	it("is tried again under the same id with growing delays until it is a dead letter, which can be replayed", async () => {
		await setEndpoint();
		receiver.answer(500);
		await happen();
		await hub.registry.tellPartners();
		const [first] = await deliveries();
		expect(first).toMatchObject({ status: "PENDING", attempts: 1, lastError: "HTTP 500" });
		const wait = Date.parse(first.nextAttemptAt) - Date.now();
		expect(wait).toBeGreaterThan(20_000);
		expect(wait).toBeLessThan(40_000);
		await hub.registry.tellPartners(after(1000));
		expect(receiver.received).toHaveLength(1);
		for (let day = 1; day < MOST_ATTEMPTS; day++)
			await hub.registry.tellPartners(after(day * 86_400_000));
		expect(receiver.received).toHaveLength(MOST_ATTEMPTS);
		const ids = new Set(receiver.received.map(({ headers }) => headers["webhook-id"]));
		expect(ids.size).toBe(1);
		const [dead] = await deliveries("DEAD");
		expect(dead).toMatchObject({ attempts: MOST_ATTEMPTS, nextAttemptAt: null });
		await hub.registry.tellPartners(after(30 * 86_400_000));
		expect(receiver.received).toHaveLength(MOST_ATTEMPTS);

		receiver.answer(204);
		await hub.data(REINSTATE, { id: partner.id, reason: "over" }, ADMIN);
		const proof = await partner.proof("replayWebhookDelivery", "", { id: dead.id });
		const { replayWebhookDelivery } = await hub.data(REPLAY, { id: dead.id, proof });
		expect(replayWebhookDelivery).toMatchObject({ status: "PENDING", attempts: 0 });
		await hub.registry.tellPartners();
		const again = receiver.received.slice(MOST_ATTEMPTS);
		expect(again.map(({ headers }) => headers["webhook-id"])).toContain(dead.event.id);
		expect(await deliveries("DEAD")).toEqual([]);
	});

	it("follows no redirect, and stops where the endpoint says that it is gone", async () => {
		await setEndpoint();
		receiver.answer(302);
		await happen();
		await hub.registry.tellPartners();
		expect((await deliveries())[0].lastError).toMatch(/redirects \(HTTP 302\)/);
		receiver.answer(410);
		await hub.registry.tellPartners(after(86_400_000));
		expect(await deliveries("DEAD")).toMatchObject([{ attempts: 2 }]);
		await hub.data(REINSTATE, { id: partner.id, reason: "over" }, ADMIN);
		await hub.registry.tellPartners(after(86_400_000));
		expect(receiver.received).toHaveLength(2);
		const [{ id }] = await deliveries("DEAD");
		const proof = await partner.proof("replayWebhookDelivery", "", { id });
		expect(await hub.refusals(REPLAY, { id, proof })).toEqual([
			[expect.stringMatching(/set the endpoint again/), "CONFLICT"],
		]);
		expect((await setEndpoint()).endpoint.disabledAt).toBeNull();
	});

	it("is sent once by several gateways on one database", async () => {
		const other = await hub.again();
		await setEndpoint();
		await happenTwice();
		await Promise.all([0, 1, 2, 3].map((n) => (n % 2 ? other : hub).registry.tellPartners()));
		await other.close();
		expect(receiver.received).toHaveLength(2);
	});

	it("that a gateway did not finish is taken over by another under the same id, after its lease", async () => {
		const other = await hub.again();
		await setEndpoint();
		receiver.answer((call) => (call === 1 ? "never" : 204));
		await happen();
		const stuck = hub.registry.tellPartners();
		while (receiver.received.length === 0) await sleep(10);
		await other.registry.tellPartners(after(LEASE_MS / 2));
		expect(receiver.received).toHaveLength(1);
		await other.registry.tellPartners(after(LEASE_MS + 1000));
		await other.close();
		await stuck;
		expect(receiver.received).toHaveLength(2);
		expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
		expect(await deliveries()).toMatchObject([{ status: "DELIVERED", attempts: 2 }]);
	});

	it("goes only to the partner's registered hosts over https, or to this machine outside of production", async () => {
		for (const [url, reason] of [
			["https://elsewhere.example/hook", /not one of the partner's registered hosts/],
			["http://elsewhere.example/hook", /not https/],
			["https://user:pass@elsewhere.example/", /user or password/],
			["not a url", /is not a URL/],
		] as const) {
			const proof = await partner.proof("setWebhookEndpoint", "", { url });
			expect(await hub.refusals(SET, { partnerId: partner.id, url, proof })).toEqual([
				[expect.stringMatching(reason), "BAD_USER_INPUT"],
			]);
		}
	});

	it("has at most five addresses, of which one can be removed with what was on its way", async () => {
		const urls = [1, 2, 3, 4, 5].map((n) => `${receiver.url}/${n}`);
		const endpoints = [];
		for (const url of urls) endpoints.push((await setEndpoint(url)).endpoint);
		const sixth = `${receiver.url}/6`;
		const proof = await partner.proof("setWebhookEndpoint", "", { url: sixth });
		expect(await hub.refusals(SET, { partnerId: partner.id, url: sixth, proof })).toEqual([
			[expect.stringMatching(/has 5 endpoints already/), "CONFLICT"],
		]);
		receiver.answer(500);
		await happen();
		await hub.registry.tellPartners();
		await hub.data(REINSTATE, { id: partner.id, reason: "over" }, ADMIN);
		const { id } = endpoints[0];
		const removal = await partner.proof("removeWebhookEndpoint", "", { id });
		await hub.data(REMOVE, { id, proof: removal });
		expect(await deliveries("PENDING")).toHaveLength(4);
	});

	it("of one partner is nobody else's to see, change or replay", async () => {
		const { endpoint } = await setEndpoint();
		await happenTwice();
		await hub.registry.tellPartners();
		const [{ id }] = await deliveries();
		const stranger = await hub.partner(`stranger-${partner.id}`);
		const other: Actor = { role: "PARTNER", subject: "s", organization: stranger.id };
		const asked = { partnerId: partner.id };
		for (const viewer of [other, OFFICE])
			expect(await hub.refusals(DELIVERIES, asked, viewer)).toEqual([
				[expect.any(String), "FORBIDDEN"],
			]);
		expect(await hub.refusals(DELIVERIES, asked)).toEqual([
			[expect.any(String), "UNAUTHENTICATED"],
		]);
		const foreign = await stranger.proof("webhookDeliveries", "", {});
		expect(await hub.refusals(DELIVERIES, { ...asked, proof: foreign })).toEqual([
			[expect.any(String), "UNAUTHENTICATED"],
		]);
		for (const [query, action, given] of [
			[REPLAY, "replayWebhookDelivery", id],
			[REMOVE, "removeWebhookEndpoint", endpoint.id],
		] as const) {
			const proof = await stranger.proof(action, "", { id: given });
			expect(await hub.refusals(query, { id: given, proof })).toEqual([
				[expect.any(String), "UNAUTHENTICATED"],
			]);
		}
		const own: Actor = { role: "PARTNER", subject: "s", organization: partner.id };
		const { webhookDeliveries } = await hub.data(DELIVERIES, asked, own);
		expect(webhookDeliveries.totalCount).toBe(2);
	});
});
