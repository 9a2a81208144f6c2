import "./trusted-types.ts";
import "@fontsource-variable/source-sans-3/wght.css";
import "../look/tokens.css";
import "../look/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { answers } from "../graphql/query.ts";
import { chosenLanguage, chosenTheme, wear } from "../session/preferences.ts";
import { onViewerChange, watchSession } from "../session/session.ts";
import { loadWords, speak } from "../words/language.ts";
import { followNavigation } from "./follow-navigation.ts";
import { followWork } from "./follow-work.ts";
import { router } from "./router.ts";

wear(chosenTheme());
watchSession();
followWork();
await loadWords("common");
await speak(chosenLanguage());
followNavigation(router);
// What one viewer was told is not shown to the next.
onViewerChange(() => {
	answers.clear();
	void router.invalidate();
});

const root = document.querySelector("#root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
	<StrictMode>
		<QueryClientProvider client={answers}>
			<RouterProvider router={router} />
		</QueryClientProvider>
	</StrictMode>,
);
