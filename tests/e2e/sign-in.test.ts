import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConsoleHub, startConsoleHub } from "../support/console.ts";
import { httpClient, signIn } from "../support/http-client.ts";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { environmentOf, signInBy } from "../support/sign-in.ts";

let provider: IdentityProvider;
let hub: ConsoleHub;
beforeAll(async () => {
	provider = await startIdentityProvider();
	hub = await startConsoleHub(signInBy(environmentOf(provider.issuer)));
	provider.serve(hub.url);
});
afterAll(async () => {
	await hub.close();
	await provider.close();
});

describe("signing in", () => {
	it("works", async () => {
		const client = httpClient();
		const back = await signIn(client, hub.url, "ada", "/trace?kinds=TRAINING");
		console.log(back.status, back.headers.get("location"), back.headers.getSetCookie());
		console.log(await (await client.request(`${hub.url}/session`)).text(), provider.granted);
		expect(1).toBe(1);
	});
});
