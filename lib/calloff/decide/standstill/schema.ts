import { z } from "zod";

export const PublishAwardInput = z.object({ id: z.uuid() });
