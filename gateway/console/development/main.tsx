import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { watchSession } from "../session/session.ts";
import { RoleSwitcher } from "./RoleSwitcher.tsx";

/** The hub adds this script to its page in development only. It tells the console of a change as other tabs do. */
watchSession();
const choices = new QueryClient();
const place = document.createElement("div");
document.body.prepend(place);
createRoot(place).render(
	<StrictMode>
		<QueryClientProvider client={choices}>
			<RoleSwitcher />
		</QueryClientProvider>
	</StrictMode>,
);
