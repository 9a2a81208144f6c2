import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { axeViolations } from "../support/console.ts";
import { type FieldSite, startFieldSite } from "../support/field-site.ts";
import { ADMIN, newKey } from "../support/registry-fixture.ts";

let site: FieldSite;
beforeAll(async () => {
	site = await startFieldSite();
	const { text: key } = await newKey();
	const contacts = [{ email: "data@college.example" }];
	await site.hub(
		ADMIN,
		"mutation($input: RegisterPartnerInput!) { registerPartner(input: $input) { id } }",
		{ input: { id: "college", name: "The college", contacts, key } },
	);
}, 120_000);
afterAll(() => site.close());
afterEach(() => site.network.clear());

const OFFICE: Actor = { role: "PROGRAM_OFFICE", subject: "office" };
const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
type Grants = {
	grants: Array<{ type: string; field: string; purpose: string; revokedAt: string }>;
};
const grants = async () =>
	(await site.hub<Grants>(OFFICE, "{ grants(ended: true) { type field purpose revokedAt } }"))
		.grants;

it("a field is granted, once though the answer is lost, and revoked with a reason", async () => {
	const page = await site.tab(
		await site.device({ width: 1440 }),
		{ sub: "office", role: "PROGRAM_OFFICE", center: "" },
		"/work/grants",
	);
	const button = (name: string | RegExp) => page.getByRole("button", { name });
	await page.getByRole("combobox", { name: "Partner", exact: true }).selectOption("college");
	await page.getByLabel("Type", { exact: true }).fill("Sme");
	await page.getByLabel("Field", { exact: true }).fill("state");
	await page.getByLabel("What it is used for").fill("short");
	await page.getByLabel("Who uses it").fill("its advisers");
	await button("Grant it").click();
	await page.getByText(/shorter than 10 characters/).waitFor();
	await page.getByLabel("What it is used for").fill("Ranks manufacturers by state");
	// What was typed is there when the page is opened again.
	await page.reload();
	await expect.poll(() => page.getByLabel("Field", { exact: true }).inputValue()).toBe("state");
	site.network.be("ANSWERS_LOST");
	await button("Grant it").click();
	await page.getByText(/has not confirmed it/).waitFor();
	await site.network.clear();
	await button("Grant it").click();
	await page.getByText("Granted to college: Sme.state.").waitFor();
	expect(await grants()).toMatchObject([
		{ type: "Sme", field: "state", purpose: "Ranks manufacturers by state", revokedAt: null },
	]);
	await button("What was sent under it Sme.state").click();
	await page.getByText("Nothing was sent under it.").waitFor();
	expect(await page.evaluate(TOO_WIDE)).toBe(0);
	expect(await axeViolations(page)).toEqual([]);
	await button("Revoke Sme.state").click();
	await page.getByText(/is no longer sent it/).waitFor();
	await page.getByLabel("Why, in a sentence").fill("The ranking has ended");
	await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
	await page.getByText(/revoked on/).waitFor();
	expect(await grants()).toMatchObject([{ revokedAt: expect.any(String) }]);
	expect(await button("Revoke Sme.state").count()).toBe(0);
});

it("an administrator grants on a phone, in Chinese and in the dark; others are told that it is not theirs", async () => {
	const phone = await site.device({ width: 390, language: "zh", theme: "dark" });
	const page = await site.tab(
		phone,
		{ sub: "admin", role: "HUB_ADMIN", center: "" },
		"/work/grants",
	);
	await page.getByRole("combobox", { name: "合作方", exact: true }).selectOption("college");
	await page.getByLabel("允许的内容").selectOption("KEY");
	await page.getByLabel("类型", { exact: true }).fill("Course");
	await page.getByLabel("用途").fill("Finds courses by their code");
	await page.getByLabel("使用者").fill("its advisers");
	await page.getByRole("button", { name: "授权", exact: true }).click();
	await page.getByText("已授权 college：Course。").waitFor();
	expect(await page.evaluate(TOO_WIDE)).toBe(0);
	expect(await axeViolations(page)).toEqual([]);
	await site.signIn(page, { sub: "staff" });
	await page.goto(`${site.url}/work/grants`);
	await page.getByText("本页面供其他角色使用", { exact: false }).waitFor();
	expect(await page.getByRole("button", { name: "授权", exact: true }).count()).toBe(0);
});
