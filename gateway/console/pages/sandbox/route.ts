import { createRoute, lazyRouteComponent, notFound } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { rootRoute, wordsOf } from "../../parts/root.ts";
import { IS_SANDBOX } from "../../session/address.ts";

/** What is real in a sandbox and what is not, and a tour. Other hubs have no such page. */
export const sandboxRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: PATHS.sandbox,
	staticData: { title: "sandbox.title" },
	loader() {
		if (!IS_SANDBOX) throw notFound();
		return wordsOf("sandbox");
	},
	component: lazyRouteComponent(() => import("./SandboxPage.tsx"), "SandboxPage"),
});
