import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { Role } from "../viewer/viewer.ts";

/** A number for each role. */
export type ByRole = Record<Role, number>;

const ROLES: Role[] = [
	"PUBLIC",
	"FIELD_STAFF",
	"CENTER_MANAGER",
	"PARTNER",
	"PROGRAM_OFFICE",
	"HUB_ADMIN",
];

const isRole = (name: string): name is Role => ROLES.includes(name as Role);

/** A whole number of at least `least`. */
export const count = (preset: number, least = 1) =>
	z.coerce.number().int().min(least).default(preset);

const A_DAY_MS = 86_400_000;

/** A time; a timer of more than 24 days would fire at once. */
export const milliseconds = (preset: number) =>
	z.coerce.number().int().min(10).max(A_DAY_MS).default(preset);

/** "60000" for every role, or "PUBLIC=20000,PARTNER=100000"; roles that are not named keep their default. */
export function byRole(presets: ByRole) {
	return z
		.string()
		.default("")
		.transform((text, ctx): ByRole => {
			const found = { ...presets };
			for (const part of text.split(",").flatMap((one) => one.trim() || [])) {
				const [name, value] = part.includes("=") ? part.split("=") : ["", part];
				const roles = name === "" ? ROLES : ROLES.filter((role) => role === name);
				const number = Number(value);
				if (roles.length === 0 || !value || !Number.isSafeInteger(number) || number < 1)
					ctx.addIssue({
						code: "custom",
						message: `"${part}" is not a whole number, or ROLE=number with one of ${ROLES.join(", ")}`,
					});
				for (const role of roles) found[role] = number;
			}
			return found;
		});
}

/** Names of roles, with commas between them. */
export const roles = z
	.string()
	.default("")
	.transform((text, ctx): Role[] =>
		text.split(",").flatMap((one) => {
			const name = one.trim();
			if (isRole(name)) return [name];
			if (name)
				ctx.addIssue({ code: "custom", message: `"${name}" is not one of ${ROLES.join(", ")}` });
			return [];
		}),
	);

/** Networks (CIDR) with commas between them. */
export const networks = (preset: string) =>
	z
		.string()
		.default(preset)
		.transform((text, ctx) =>
			text.split(",").flatMap((one) => {
				const network = one.trim();
				if (network && !ipaddr.isValidCIDR(network))
					ctx.addIssue({
						code: "custom",
						message: `"${network}" is not a network such as 10.0.0.0/8`,
					});
				return network || [];
			}),
		);
