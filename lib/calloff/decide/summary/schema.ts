import { z } from "zod";

export const NotifyInput = z.object({ id: z.uuid() });
