import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { ADMIN, openRegistryFixture } from "../support/registry-fixture.ts";
import { startReceiver } from "../support/webhook-receiver.ts";

const SET = `mutation($partnerId: ID!, $url: String!, $proof: String) {
  setWebhookEndpoint(partnerId: $partnerId, url: $url, proof: $proof) { secret }
}`;
const SUSPEND = `mutation { suspendPartner(id: "college", reason: "a test") { id } }`;
const DELIVERIES = `{ webhookDeliveries(partnerId: "college") { nodes { status lastError } } }`;

async function keyFile(): Promise<string> {
	const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
	const file = join(mkdtempSync(join(tmpdir(), "key-")), "key.json");
	writeFileSync(file, JSON.stringify(await exportJWK(privateKey)));
	return file;
}

it("while the signing key is changed both are published, and webhooks that were set with the old one are told", async () => {
	const first = await openRegistryFixture();
	const receiver = await startReceiver();
	const [old, next] = [await keyFile(), await keyFile()];
	receiver.answer(204);
	const partner = await first.partner("college");
	const before = await first.again({ signingKeyFile: old });
	const proof = await partner.proof("setWebhookEndpoint", "", { url: receiver.url });
	const set = { partnerId: "college", url: receiver.url, proof };
	const { secret } = (await before.data(SET, set)).setWebhookEndpoint;
	const [oldKey] = await before.registry.publicKeys();
	await before.close();

	const during = await first.again({ signingKeyFile: next, signingKeyAlsoFile: old });
	const published = await during.registry.publicKeys();
	expect(published).toHaveLength(2);
	expect(published[1]).toEqual(oldKey);
	expect((await during.registry.hubKey()).kid).toBe(published[0]?.kid);
	expect(JSON.stringify(published)).not.toContain('"d"');
	await during.data(SUSPEND, {}, ADMIN);
	await during.registry.tellPartners();
	const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
	expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
	await during.close();

	const after = await first.again({ signingKeyFile: next });
	expect(await after.registry.publicKeys()).toHaveLength(1);
	await after.data(SUSPEND.replace("suspendPartner", "reinstatePartner"), {}, ADMIN);
	await after.registry.tellPartners();
	const { nodes } = (await after.data(DELIVERIES, {}, ADMIN)).webhookDeliveries;
	expect(nodes.map(({ lastError }: { lastError: string | null }) => lastError)).toContain(
		"the hub's signing key has changed; set the endpoint again for a new secret",
	);
	await after.close();

	await expect(first.again({ signingKeyFile: next, signingKeyAlsoFile: next })).rejects.toThrow(
		/^HUB_SIGNING_KEY_ALSO_FILE: has the key of HUB_SIGNING_KEY_FILE/,
	);
	await expect(first.again({ signingKeyFile: next, signingKeyAlsoFile: "/none" })).rejects.toThrow(
		/^HUB_SIGNING_KEY_ALSO_FILE: \/none cannot be used/,
	);
	await first.close();
	await receiver.close();
});
