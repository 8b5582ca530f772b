"""One step of learning, and the exponential moving average of the weights, which is what is kept."""
import torch
from torch import nn

DECAY = 0.998


def descend(net, optimiser, loss):
    """One step down the slope of a loss, no longer than 5."""
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 5.0)
    optimiser.step()


def follow(average, net, step):
    """Draws the average, by name, towards the weights after the step of that number (from 1); quicker at the beginning, when it is far behind."""
    decay = min(DECAY, (1 + step) / (10 + step))
    with torch.no_grad():
        for name, value in net.state_dict().items():
            average[name].mul_(decay).add_(value, alpha=1 - decay)
