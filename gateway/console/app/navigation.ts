import { useRouter } from "@tanstack/react-router";
import { logsVisits, probableViewer } from "../session/last-viewer.ts";
import { useSession } from "../session/use-session.ts";
import type { MessageId } from "../words/ids.ts";

type Place = { path: string; title: MessageId; place: number };

/** The pages that the navigation lists for who is here, in their order. */
export function useNavigation(): Place[] {
	const { routesById } = useRouter();
	const isStaff = logsVisits(probableViewer(useSession()));
	const places = Object.values(routesById).flatMap((route) => {
		const { title, place, forStaff } = route.options.staticData ?? {};
		return title && place !== undefined && (isStaff || !forStaff)
			? [{ path: route.fullPath as string, title, place }]
			: [];
	});
	return places.sort((a, b) => a.place - b.place);
}
