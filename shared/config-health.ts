import { z } from "zod";

/** Parts of a hub: its subgraphs, and the databases of the gateway itself. */
const PARTS = ["institutes", "mep", "engagements", "registry", "sessions", "imports"];

/** The variable that says which parts a hub needs to be ready. */
export const HEALTH_VARIABLES = {
	HUB_READY_REQUIRES: z
		.string()
		.default("local")
		.transform((text, ctx): "local" | "all" | string[] => {
			if (text === "local" || text === "all") return text;
			return text.split(",").flatMap((one) => {
				const name = one.trim();
				if (PARTS.includes(name)) return [name];
				if (name)
					ctx.addIssue({
						code: "custom",
						message: `"${name}" is not local, all, or some of ${PARTS.join(", ")}`,
					});
				return [];
			});
		}),
};
