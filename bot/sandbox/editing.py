"""The methods that change or remove what has been sent."""

from __future__ import annotations

from bot.sandbox.chats import Chat, Message, World
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.sending import caption_content, markup_content, text_content

DELETABLE_SECONDS = 48 * 3600  # Bot API, deleteMessage: "sent less than 48 hours ago"
_DELETE_AT_ONCE = 100  # Bot API, deleteMessages: "1-100 identifiers"
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_CONTENT = ("text", "entities", "caption", "caption_entities", "reply_markup")


def _editable(world: World, parameters: Json) -> tuple[Chat, Message]:
    if "inline_message_id" in parameters:
        raise bad_request("inline message was not found")
    if "chat_id" not in parameters:
        raise bad_request("chat_id is empty")
    if "message_id" not in parameters:
        raise bad_request("message identifier is not specified")
    chat = world.find_chat(parameters["chat_id"])
    message = chat.messages.get(parameters["message_id"])
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _apply(world: World, chat: Chat, message: Message, content: Json, replaced: tuple[str, ...]) -> Json:
    kept = {key: value for key, value in message.payload.items() if key not in replaced}
    new = kept | content
    if all(new.get(key) == message.payload.get(key) for key in _CONTENT):
        raise bad_request(_NOT_MODIFIED)
    world.edit(chat, message, new)
    return message.payload


def edit_message_text(world: World, parameters: Json) -> Json:
    """Replace a text; without a keyboard in the request the message loses the one it had."""
    chat, message = _editable(world, parameters)
    if "text" not in message.payload:
        raise bad_request("there is no text in the message to edit")
    content = text_content(parameters) | markup_content(parameters)
    if "link_preview_options" in parameters:
        content["link_preview_options"] = parameters["link_preview_options"]
    return _apply(world, chat, message, content, ("text", "entities", "reply_markup"))


def edit_message_caption(world: World, parameters: Json) -> Json:
    """Replace the caption of a photo or document."""
    chat, message = _editable(world, parameters)
    if "text" in message.payload:
        raise bad_request("there is no caption in the message to edit")
    content = caption_content(parameters) | markup_content(parameters)
    return _apply(world, chat, message, content, ("caption", "caption_entities", "reply_markup"))


def edit_message_reply_markup(world: World, parameters: Json) -> Json:
    """Replace or remove the keyboard of a message."""
    chat, message = _editable(world, parameters)
    return _apply(world, chat, message, markup_content(parameters), ("reply_markup",))


def _refuse_old(world: World, message: Message) -> None:
    if world.clock.now() - message.date >= DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


def delete_message(world: World, parameters: Json) -> bool:
    """Delete one message that is younger than 48 hours."""
    chat = world.find_chat(parameters["chat_id"])
    message = chat.messages.get(parameters["message_id"])
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    _refuse_old(world, message)
    world.delete(chat, message)
    return True


def delete_messages(world: World, parameters: Json) -> bool:
    """Delete up to 100 messages; those not found are skipped, one that is too old refuses them all."""
    chat = world.find_chat(parameters["chat_id"])
    numbers = parameters["message_ids"]
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > _DELETE_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[number] for number in dict.fromkeys(numbers) if number in chat.messages]
    present = [message for message in found if not message.deleted]
    for message in present:
        _refuse_old(world, message)
    for message in present:
        world.delete(chat, message)
    return True
